// What the workspaces of the bench are made of: believable, cheap, and of several kinds each.
export const firsts = [
  'Acme',
  'Northwind',
  'Globex',
  'Initech',
  'Umbra',
  'Vandelay',
  'Hooli',
  'Stark',
  'Wayne',
  'Tyrell',
  'Soylent',
  'Müller',
]
export const trades = ['Logistics', 'Foods', 'Robotics', 'Health', 'Energy', 'Software', 'Textiles', 'Travel', 'Media', 'Steel']
export const owners = ['ada', 'bo', 'carla', 'dmitri', 'eun-ji', 'fatima', 'george']
export const currencies = ['EUR', 'USD', 'GBP', 'CHF']
export const stages = ['lead', 'qualification', 'discovery', 'technical-validation', 'business-case', 'negotiation']
export const types = ['prospect', 'customer', 'customer', 'partner', 'former']
export const segments = ['smb', 'mid-market', 'enterprise']
export const places = ['Berlin', 'Boston', 'London', 'Lyon', 'Zurich', 'Seoul']
export const tags = ['enterprise', 'priority', 'pilot', 'partner', 'reference', 'risk']
export const people = ['Ada', 'Bo', 'Chidi', 'Dana', 'Elif', 'Finn', 'Grace', 'Hiro', 'Ines', 'Jo', 'Kofi', 'Lena']
export const families = ['Park', 'Okafor', 'Novak', 'Silva', 'Meyer', 'Tanaka', 'Dubois', 'Khan', 'Lind', 'Rossi']
export const titles = ['CFO', 'VP Operations', 'Head of IT', 'Procurement lead', 'Plant manager', 'COO']
export const touches = ['call', 'email', 'meeting', 'chat', 'note']
export const topics = ['pricing', 'security', 'pilot', 'renewal', 'legal', 'roadmap']
export const steps = ['Send MSA', 'Book a demo', 'Ask legal for redlines', 'Share the security answers', 'Meet the CFO']
export const notes = [
  'Budget is approved for this quarter; legal wants to see our standard terms before they look at the price.',
  'The pilot went well: two sites use it daily, and the third starts when their new system is in.',
  'They compare us with a cheaper vendor. What matters to them is that the numbers can be traced.',
  'The champion changed jobs; her successor wants to see everything once more from the beginning.',
  'Asked for a reference in the same trade, and for a date when the integration will be ready.',
  'Quiet since the holidays. The last message said that the board decides at the end of the month.',
]
