import type { Table } from './table.ts'

/** People of the team: users, sales teams, owners. */
export const person: Table = {
  file: /users?\b|people|team|reps?\b|agents|owners|employees|staff|mitarbeiter|vertrieb/i,
  prefix: /^(?:user|owner|rep|employee|agent)/,
  alone:
    'Username | User Name | UserRoleId | User Role | ProfileId | Profile | FederationIdentifier | TimeZoneSidKey | ManagerId | regional_office | Sales Manager | User ID | Hire Date | LanguageLocaleKey | Rep Name',
  together:
    'Manager | Role | Team | sales_agent | Sales Rep | Salesperson | Quota | Alias | First Name | Last Name | Email | Owner ID | Regional Office | Vorgesetzter',
  little: 'Region | Territory | Active | IsActive | Name | Title | Department | Full Name | User Email | Office',
  against:
    'Company | Company Name | Account | Account Name | AccountId | Amount | Stage | Deal Stage | Close Date | Deal Name | Opportunity ID | Lead Status | Lead Owner | Contact Owner | Mailing City | Product Code | Price | ReportsToId | Website | Organization | Mobile',
  columns: {
    id: 'Id | User ID | Owner ID | Employee ID | 18 Digit User ID | hubspot_owner_id',
    name: 'Name | Full Name | User Full Name | Display Name | sales_agent | Sales Rep | Sales Representative | Salesperson | Sales Person | Rep Name | Rep | Owner Name | Owner | User | Employee | Employee Name | Agent',
    'name.first': 'First Name | FirstName | Given Name | Vorname | Prénom | Nombre',
    'name.last': 'Last Name | LastName | Surname | Nachname | Nom | Apellidos',
    email: 'Email | Email Address | User Email | E-Mail | Owner Email | Work Email | Mail',
    aliases: 'Username | User Name | Alias | Aliases | Nickname | CommunityNickname | Login',
    role: 'Role | Sales Role | User Role | UserRole | Position | Title | Job Title',
    team: 'Team | Sales Team | Teams | Main Team | regional_office | Regional Office | Office | Department | Division',
    territories: 'Territory | Territories | Region | Sales Region',
    timezone: 'Timezone | Time Zone | TimeZoneSidKey',
    active: 'IsActive | Active | Is Active | Status | User Status',
    from: 'Hire Date | Start Date | Joined | Date Hired | Eintritt',
    to: 'End Date | Termination Date | Left | Austritt',
    phone: 'Phone | Mobile | MobilePhone | Mobile Phone | Phone Number | Work Phone | Telefon',
    'above.id': 'ManagerId | Manager ID | Supervisor ID',
    'above.name': 'Manager | Manager Name | Sales Manager | Reports To | Supervisor | Team Lead | Vorgesetzter',
    'above.email': 'Manager Email',
  },
}
