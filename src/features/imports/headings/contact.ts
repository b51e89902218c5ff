import type { Table } from './table.ts'

/** What tells of a person at a customer, in contacts and in leads. */
export const personal = {
  name: 'Name | Full Name | Contact Name | Display Name | Contact | Person Name | Lead Name | Kontakt | Ansprechpartner | Nom complet | Nombre completo | Contact Full Name | Lead | Title and name',
  'name.first': 'First Name | FirstName | Given Name | Forename | Vorname | Prénom | Nombre',
  'name.middle': 'Middle Name',
  'name.last':
    'Last Name | LastName | Surname | Family Name | Nachname | Familienname | Nom | Nom de famille | Apellidos | Apellido',
  email:
    'Email | Email Address | E-Mail | E-Mail-Adresse | Primary Email | Work Email | Business Email | Email - Work | Email Work | Mail | Courriel | Adresse e-mail | Correo | Correo electrónico | primary_email | EmailAddress | Email - Home | Email - Other | Other Email | Secondary Email | Personal Email | Email 2 | Alternate Email',
  emails: 'Emails | Additional Emails | Additional email addresses | All Emails | WorkEmails',
  phone:
    'Phone | Phone Number | Work Phone | Business Phone | Direct Phone | Direct Dial | Phone - Work | Phone Work | Telephone | Telefon | Telefonnummer | Téléphone | Teléfono | primary_phone | Mobile | Mobile Phone | MobilePhone | Mobile Phone Number | Cell | Cell Phone | Phone - Mobile | Handy | Mobil | Móvil | Portable | Phone - Home | Home Phone | Phone - Other | Other Phone | Phone 1 | Phones',
  title: 'Title | Job Title | Position | Designation | Job | Titel | Funktion | Poste | Fonction | Cargo | Puesto | Jobtitle',
  role: 'Role | Buying Role | Contact Role | Decision Role',
  linkedin:
    'LinkedIn | LinkedIn URL | LinkedIn Profile | LinkedIn Profile URL | hs_linkedin_url | LinkedIn Bio | linkedin_profile | Person Linkedin Url',
  status: 'Contact Status',
  tags: 'Tags | Tag | Labels | Label',
  country:
    'Mailing Country | Country | Country/Region | Mailing Country Code | Address Country | Land | Pays | País | Country Code | Other Country | Mailing Country/Territory | ip_country',
  'suppress.opt-out':
    'HasOptedOutOfEmail | Email Opt Out | Email Opt-Out | Opted Out | Opt Out | Optout | Unsubscribed from all email | Unsubscribed | Unsubscribe | Do Not Email | DoNotEmail | No Email | hs_email_optout | Emails unsubscribed | is_unsubscribed | Marketing opt-out | Opted out of email | Bulk Emails Opt Out | donotbulkemail | donotemail | Unsubscribed Mode | Unsubscribed emails | Newsletter abbestellt | Abgemeldet | Abgemeldet am | Abbestellt | E-Mail abbestellt | Werbung unerwünscht | Keine Werbung | Keine E-Mails | Keine E-Mail | Keine Mails | Werbewiderspruch | Werbesperre | Mailsperre | E-Mail-Sperre | Désabonné | Désinscrit | Désinscription | Ne pas contacter | No contactar | Dado de baja | Do not contact | Do Not Mail | No Mail | No Mailing | No Marketing | Opted out of marketing | Marketing Opt Out | Email Unsubscribed | Email Opted Out | Has Opted Out | Blacklisted | Suppressed',
  'suppress.opt-out.on':
    'Unsubscribed Time | Unsubscribed At | Opt Out Date | Unsubscribe Date | Opted Out Date | Unsubscribed On | Email Opt Out Date',
  'suppress.bounce':
    'IsEmailBounced | Email Bounced | Bounced | Email Bounce | Hard Bounced | Is Bounced | Hard Bounce | Invalid Email | hs_email_bounced | Unzustellbar | E-Mail unzustellbar | E-Mail ungültig | Ungültige E-Mail | Rebond | Rebotado | Bounced Email',
  'suppress.bounce.on': 'EmailBouncedDate | Email Bounced Date | Bounce Date | Bounced Date | Bounced At | Bounced On',
  'suppress.bounce.reason':
    'EmailBouncedReason | Email Bounced Reason | Email hard bounce reason | Bounce Reason | hs_email_hard_bounce_reason | hs_email_hard_bounce_reason_enum | Hard bounce reason',
  'suppress.words':
    'Marketing Status | Email Status | Subscription Status | Email marketing status | Mailing Status | Marketing emails status',
  'consent.calls.not': 'DoNotCall | Do Not Call | Call Opt Out | Phone Opt Out | donotphone',
  'consent.given':
    'Email Opt In | Email Opt-In | Opted In | Opt In | Marketing Consent | Consent | Consent Given | Newsletter Consent | GDPR Consent | Einwilligung',
  'consent.basis':
    'Legal basis for processing contact’s data | Legal basis for processing contacts data | Legal Basis | hs_legal_basis',
  'consent.on': 'Consent Date | Opt In Date | Opt-in Date | Consent Time',
  'owner.id': 'OwnerId | Owner ID | Contact Owner Id | Lead Owner Id | hubspot_owner_id | owner.id',
  'owner.email': 'Owner Email | Contact Owner Email | Lead Owner Email | owner.email',
  body: 'Description | Notes | Note | Comments | Contact Description | Beschreibung | Notizen | Bemerkung | Message | Descripción | Notas',
}

/** People at customers. */
export const contact: Table = {
  file: /contact|person(?!al)|kontakt|ansprechpartner|contactos/i,
  prefix: /^(?:contact|person)/,
  alone:
    'Contact Owner | Contact Owner Id | CONTACTID | ReportsToId | Reports To | Mailing City | Mailing Street | MailingCountry | Person - Name | Person - Email | Contact Name | Marketing contact status | Associated Company | Associated Company ID | Birthdate | Ansprechpartner',
  together:
    'First Name | Last Name | Surname | Given Name | Full Name | Vorname | Nachname | Prénom | Apellidos | Email | Email Address | E-Mail | Job Title | Mobile | Mobile Phone | Mobile Phone Number | Department | Salutation | LinkedIn | AccountId | Phone Number | HasOptedOutOfEmail | Email Opt Out | title | emails | phones | Courriel | Correo electrónico | Contact ID',
  little:
    'Name | Phone | Company | Company Name | Account Name | Account Id | Title | Position | Telefon | lead_name | Firma | Role | Lifecycle Stage',
  against:
    'Amount | Stage | StageName | Deal Stage | Close Date | Probability | Lead Owner | IsConverted | Converted | Deal Name | Opportunity Name | Manager | ManagerId | Username | ProfileId | Ticker Symbol | BillingStreet',
  columns: {
    id: 'Id | Contact ID | 18 Digit Contact ID | Record ID | Record Id | Person ID | hs_object_id | Kontaktnummer',
    ...personal,
    'owner.name':
      'Contact Owner | Owner | Owner Name | Contact Owner Name | owner.name | Sales Rep | Salesperson | Assigned To | Inhaber | Zuständig | Propriétaire | Propietario | user_name',
    'company.id':
      'AccountId | Account ID | Kundennummer | Kundennr | Kunden-Nr | Kunden-ID | Numéro client | Company ID | Organization ID | Associated Company ID | Associated Company IDs | Primary Associated Company ID | Customer ID | org_id | associatedcompanyid | Account Name.id',
    'company.name':
      'Account Name | Company | Company Name | Associated Company | Account | Organization | Organisation | Organization Name | Organization - Name | Customer | Customer Name | Client | Employer | Firma | Unternehmen | Société | Entreprise | Empresa | Primary Company',
    'company.domain':
      'Company Domain | Company Domain Name | Domain | Website | Website URL | Company Website | Company URL | Account Website',
  },
}
