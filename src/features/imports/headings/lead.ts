import { personal } from './contact.ts'
import type { Table } from './table.ts'

/** People whose company may be no customer yet. */
export const lead: Table = {
  file: /lead|prospect|interessent/i,
  prefix: /^(?:lead|contact|person|prospect)/,
  alone:
    'Lead Owner | Lead Owner Id | IsConverted | Converted | ConvertedDate | Converted Date | ConvertedAccountId | Converted Account | ConvertedContactId | Lead Name | IsUnreadByOwner | Lead - Title',
  together:
    'Lead Status | Lead ID | Lead Score | First Name | Last Name | Surname | Given Name | Full Name | Vorname | Nachname | Email | Email Address | E-Mail | Job Title | Mobile | HasOptedOutOfEmail | Email Opt Out',
  little:
    'Company | Lead Source | Status | Rating | Phone | Company Name | Website | Industry | Salutation | Name | Title | Source',
  against:
    'Amount | Stage | StageName | Deal Stage | Close Date | Closing Date | Probability | Contact Owner | ReportsToId | AccountId | Deal Name | Opportunity Name | Potential Name | Contact ID | Account Id | Associated Company | Marketing contact status | display_name',
  columns: {
    id: 'Id | Lead ID | 18 Digit Lead ID | Record ID | Record Id | hs_object_id',
    ...personal,
    'owner.name':
      'Lead Owner | Owner | Owner Name | Lead Owner Name | owner.name | Sales Rep | Salesperson | Assigned To | Inhaber | Zuständig',
    'company.id': 'ConvertedAccountId | Converted Account ID | Account ID | Company ID',
    'company.name':
      'Company | Company Name | Company / Account | Account Name | Account | Organization | Organisation | Organization Name | Business Name | Firma | Unternehmen | Société | Entreprise | Empresa | Converted Account',
    'company.domain':
      'Company Domain | Company Domain Name | Domain | Website | Website URL | Web Site | Company Website | Company URL | Webseite',
  },
}
