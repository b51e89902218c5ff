/** What Windows calls the time zones that calendars are mostly written in (CLDR windowsZones, the territory 001 of each). */
export const windowsZones: Record<string, string> = Object.fromEntries(
  [
    'W. Europe Standard Time=Europe/Berlin|Central Europe Standard Time=Europe/Budapest|Central European Standard Time=Europe/Warsaw',
    'Romance Standard Time=Europe/Paris|GMT Standard Time=Europe/London|Greenwich Standard Time=Atlantic/Reykjavik',
    'GTB Standard Time=Europe/Bucharest|FLE Standard Time=Europe/Kiev|E. Europe Standard Time=Europe/Chisinau',
    'Russian Standard Time=Europe/Moscow|Turkey Standard Time=Europe/Istanbul|Israel Standard Time=Asia/Jerusalem',
    'Eastern Standard Time=America/New_York|Central Standard Time=America/Chicago|Mountain Standard Time=America/Denver',
    'Pacific Standard Time=America/Los_Angeles|US Mountain Standard Time=America/Phoenix|Alaskan Standard Time=America/Anchorage',
    'Hawaiian Standard Time=Pacific/Honolulu|Atlantic Standard Time=America/Halifax|Newfoundland Standard Time=America/St_Johns',
    'US Eastern Standard Time=America/Indianapolis|Canada Central Standard Time=America/Regina',
    'Central Standard Time (Mexico)=America/Mexico_City|SA Pacific Standard Time=America/Bogota',
    'E. South America Standard Time=America/Sao_Paulo|Argentina Standard Time=America/Buenos_Aires',
    'Pacific SA Standard Time=America/Santiago|India Standard Time=Asia/Calcutta|China Standard Time=Asia/Shanghai',
    'Tokyo Standard Time=Asia/Tokyo|Korea Standard Time=Asia/Seoul|Singapore Standard Time=Asia/Singapore',
    'Taipei Standard Time=Asia/Taipei|SE Asia Standard Time=Asia/Bangkok|Arabian Standard Time=Asia/Dubai',
    'Arab Standard Time=Asia/Riyadh|Pakistan Standard Time=Asia/Karachi|Egypt Standard Time=Africa/Cairo',
    'South Africa Standard Time=Africa/Johannesburg|W. Central Africa Standard Time=Africa/Lagos|E. Africa Standard Time=Africa/Nairobi',
    'AUS Eastern Standard Time=Australia/Sydney|E. Australia Standard Time=Australia/Brisbane',
    'AUS Central Standard Time=Australia/Darwin|Cen. Australia Standard Time=Australia/Adelaide',
    'W. Australia Standard Time=Australia/Perth|New Zealand Standard Time=Pacific/Auckland',
    'UTC=UTC|Coordinated Universal Time=UTC',
  ].flatMap((line) => line.split('|').map((pair) => pair.split('=') as [string, string])),
)
