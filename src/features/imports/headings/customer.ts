import type { Table } from './table.ts'

/** Companies: accounts, companies, organizations; Close calls them leads. */
export const customer: Table = {
  file: /account|compan|organi[sz]ation|customer|client|kunden|firmen|unternehmen|clientes|empresas|entreprises/i,
  prefix: /^(?:account|company|organi[sz]ation|org|customer|client)/,
  alone:
    'Account Type | Company Domain Name | Company owner | Account Owner Id | Billing City | Billing Street | BillingCountry | subsidiary_of | Parent Account | Parent Account ID | Ticker Symbol | Tickersymbol | NaicsCode | DunsNumber | office_location | year_established | Company Size | Number of Employees | No of Employees | Employees | Organization - Name | ACCOUNTID | display_name | Mitarbeiter | Mitarbeiterzahl | Effectif | Empleados | Account Site | headcount',
  together:
    'Annual Revenue | Revenue | Industry | Sector | Website | Website URL | Domain | Company domain | Branche | Company Name | Account Name | Account Owner | ParentId | Ownership | Sic | Umsatz | Chiffre d’affaires | html_url | status_label | Headquarters | Sector de actividad | Lifecycle Stage | Customer Type | Account Status',
  little:
    'Company | Account | Name | Firma | Unternehmen | Société | Entreprise | Empresa | Type | City | Country | Organization | Organisation | Customer | Client',
  against:
    'First Name | Last Name | LastName | FirstName | Vorname | Nachname | Prénom | Salutation | Job Title | Amount | Stage | Deal Stage | StageName | Close Date | Probability | Contact ID | Lead Status | lead_id | Email Address | Deal Name | Opportunity Name',
  columns: {
    id: 'Id | Account ID | 18 Digit Account ID | Record ID | Company ID | Organization ID | Customer ID | Client ID | hs_object_id | Kundennummer',
    name: 'Name | Account Name | Company Name | Company | Account | Organization Name | Organisation Name | Organization | Organisation | Customer Name | Customer | Client Name | Client | display_name | lead_name | Firma | Firmenname | Unternehmen | Unternehmensname | Kunde | Société | Entreprise | Raison sociale | Nom | Empresa | Razón social | Nombre | Business Name | Legal Name | Title',
    domain:
      'Company Domain Name | Domain | Domain Name | Email Domain | Website | Website URL | Web site | Web | URL | Homepage | Webseite | Internetseite | Site web | Site internet | Sitio web | Página web | primary_domain',
    domains: 'Domains | Additional Domains',
    aliases: 'Aliases | Also known as | DBA | Tradestyle',
    type: 'Type | Account Type | Customer Type | Company Type | Relationship | Classification | Lifecycle Stage | Category | Kundentyp',
    stage: 'Customer Stage | Journey Stage',
    segment: 'Segment | Customer Segment | Market Segment | Account Segment | Tier',
    territory: 'Territory | Sales Territory | Region | Sales Region',
    industry:
      'Industry | Sector | Industry Name | Branche | Industrie | Secteur | Secteur d’activité | Sector de actividad | vertical',
    employees:
      'Employees | NumberOfEmployees | Number of Employees | No of Employees | No. of Employees | Employee Count | Employee Size | Headcount | Company Size | Mitarbeiter | Mitarbeiterzahl | Anzahl Mitarbeiter | Effectif | Nombre d’employés | Empleados | Número de empleados',
    revenue:
      'Annual Revenue | Revenue | Yearly Revenue | Turnover | Umsatz | Jahresumsatz | Chiffre d’affaires | Ingresos anuales | Facturación',
    currency: 'CurrencyIsoCode | Currency | Account Currency | Company currency',
    location: 'Location | office_location | Office | Headquarters | HQ | HQ Location | Standort | Sitz',
    'location.city': 'Billing City | City | Stadt | Ort | Ville | Ciudad | Address City | Mailing City',
    'location.state':
      'Billing State | State | State/Region | Region/State | Billing State/Province | State/Province | Province | Bundesland | Address State | State/Region Code | Billing State Code',
    'location.country':
      'Billing Country | Country | Country/Region | Land | Pays | País | Address Country | Billing Country Code | Country Code | Country/Region Code | Billing Country/Territory',
    'location.json': 'BillingAddress | Address | addresses',
    timezone: 'Timezone | Time Zone',
    tags: 'Tags | Tag | Labels | Label | Schlagworte',
    'owner.id': 'OwnerId | Owner ID | Account Owner ID | Company Owner ID | hubspot_owner_id | user_id | owner.id',
    'owner.name':
      'Account Owner | Company Owner | Owner | Owner Name | OwnerFullName | sales_agent | Sales Rep | Salesperson | Account Manager | Account Executive | Assigned To | owner.name | Inhaber | Zuständig | Betreuer | Verantwortlich | Propriétaire | Propietario | user_name',
    'owner.email': 'Owner Email | Account Owner Email | owner.email',
    'csm.name': 'CSM | Customer Success Manager | Success Manager | csm_name',
    'csm.email': 'CSM Email',
    'above.id': 'ParentId | Parent ID | Parent Account ID | Parent Company ID | Parent Account.id | Parent Record ID',
    'above.name':
      'Parent Account | Parent Account Name | Parent Company | Parent | subsidiary_of | Subsidiary Of | Parent Organization | Parent Customer | Muttergesellschaft | Konzern | Société mère | parent_account | part_of',
    body: 'Description | Notes | Note | Comments | About Us | About | Account Description | Beschreibung | Notizen | Bemerkung | Descripción | Notas',
  },
}
