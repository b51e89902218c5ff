import type { Table } from './table.ts'

/** Opportunities, potentials, deals. */
export const deal: Table = {
  file: /deal|opportunit|potential|pipeline|verkaufschance|oportunidad|opportunité|sales(?!_?(?:team|force|rep|agent|people))/i,
  prefix: /^(?:deal|opportunity|potential|opp|sales)/,
  alone:
    'Opportunity ID | Opportunity Name | Opportunity Owner | Deal ID | Deal Name | Deal Owner | Deal Stage | Deal Value | Deal Size | Deal Amount | Deal Title | Potential Name | Potential Owner | POTENTIALID | StageName | Sales Stage | Opportunity Stage | Close Date | Closing Date | Expected Close Date | Estimated Close Date | Forecast Category | Forecast Type | Expected Revenue | close_value | engage_date | IsWon | Weighted amount | Abschlussdatum | Montant | Betrag | Importe | date_won | confidence | status_type | Verkaufsphase | Date de clôture | Fecha de cierre',
  together:
    'Amount | Stage | Pipeline | Probability | Next Step | IsClosed | Won | Lost Reason | Closed Lost Reason | Wahrscheinlichkeit | Phase | Étape | Etapa | Closed Date | value | Deal Type | Won Reason',
  little:
    'Product | Account | sales_agent | Value | Lead Source | Type | Account Name | Company | Owner | Status | Currency | Name | Title | Organization | Contact Name',
  against:
    'First Name | Last Name | Salutation | Vorname | Nachname | Billing Street | Mailing Street | Employees | Number of Employees | Subject | WhoId | Quantity | Unit Price | Product Code | Case Number | Old Value | New Value | PricebookEntryId',
  columns: {
    id: 'Id | Opportunity ID | Nummer | Verkaufschance-ID | Deal-ID | 18 Digit Opportunity ID | Record ID | Record Id | Deal ID | Potential ID | POTENTIALID | hs_object_id | Opportunity Number',
    name: 'Name | Opportunity Name | Deal Name | Potential Name | Deal Title | Title | Dealname | Opportunity | Deal | Bezeichnung | Verkaufschance | Nom | Nombre | Topic',
    amount:
      'Amount | Deal Amount | Deal Value | Value | Close Value | Deal Size | Opportunity Amount | Total Amount | Contract Value | Total | Est. Revenue | Estimated Revenue | Actual Revenue | Betrag | Wert | Auftragswert | Volumen | Montant | Importe | Monto | Valor | Price | Revenue | TCV | Total Contract Value | ACV | Amount in company currency | Expected Revenue | Estimated Value',
    currency:
      'CurrencyIsoCode | Currency | Deal Currency | Amount Currency | Opportunity Currency | Currency Code | Currency of Value | Currency of amount | value_currency | Währung | Devise | Moneda | deal_currency_code',
    probability:
      'Probability | Deal Probability | Probability % | Win Probability | Confidence | Win Likelihood | hs_deal_stage_probability | Wahrscheinlichkeit | Probabilité | Probabilidad',
    stage:
      'StageName | Stage | Deal Stage | Sales Stage | Opportunity Stage | Pipeline Stage | status_label | Stage Name | Phase | Verkaufsphase | Vertriebsphase | Étape | Etapa',
    outcome: 'Deal Status | Status | status_type | Opportunity Status | Outcome | Result',
    opened:
      'Opened | Opened Date | Open Date | engage_date | Engagement Date | Start Date | CreatedDate | Created Date | Create Date | Created Time | Created On | Created At | Created | Deal Created | date_created | Creation Date | add_time | Erstellt | Erstellt am | Erstellungsdatum | Date de création | Fecha de creación | Createdate',
    close_date:
      'Deal Closed On | Won Time | Lost Time | date_won | date_lost | Actual Close Date | Close Date | Closing Date | Closed Date | CloseDate | Closed On | Closed At | Expected Close Date | Estimated Close Date | Est. Close Date | Estimated Close | Expected Close | Expected Closing Date | Abschlussdatum | Voraussichtlicher Abschluss | Date de clôture | Fecha de cierre | Closedate | expected_date',
    forecast_category:
      'Forecast Category | ForecastCategoryName | ForecastCategory | Forecast | hs_forecast_category | hs_manual_forecast_category',
    type: 'Type | Deal Type | Opportunity Type | Dealtype | Typ',
    source:
      'LeadSource | Lead Source | Deal Source | Source | Source Channel | Opportunity Source | Original Source | Quelle | Herkunft',
    next_step: 'NextStep | Next Step | Next Action | Nächster Schritt',
    next_step_date: 'Next Step Date | Next Activity Date | Next Step Due',
    lost_reason:
      'Lost Reason | Closed Lost Reason | Loss Reason | Reason Lost | Reason for Loss | Reason For Loss | closed_lost_reason | Verlustgrund | Deal Lost Reason',
    competitors: 'Competitors | Competitor | Main Competitor | Main Competitors | MainCompetitors',
    tags: 'Tags | Tag | Labels | Label',
    'contract.start': 'Contract Start Date | Contract Start | Subscription Start Date',
    'contract.end': 'Contract End Date | Contract End | Subscription End Date | Contract Expiry Date',
    products: 'Product | Products | Product Name | Product Interest | Produkt | Produkte | Produit | Producto | Line Items',
    lead: 'LEADID | Lead ID | Lead Id | Converted Lead ID | Originating Lead',
    'company.id':
      'AccountId | Account ID | Kundennummer | Kundennr | Kunden-Nr | Kunden-ID | Numéro client | Company ID | Organization ID | Associated Company ID | Associated Company IDs | Primary Associated Company ID | Customer ID | org_id | Account Name.id',
    'company.name':
      'Account Name | Account | Company | Company Name | Associated Company | Associated Company (Primary) | Organization | Organisation | Organization Name | Organization - Name | Customer | Customer Name | Client | Client Name | Primary Company | Potential Customer | Firma | Unternehmen | Kunde | Société | Entreprise | Empresa | Cliente',
    'company.domain': 'Company Domain | Company Domain Name | Account Website | Company Website | Domain | Website',
    'owner.id':
      'OwnerId | Owner ID | Deal Owner ID | Opportunity Owner ID | Potential Owner Id | Deal Owner Id | hubspot_owner_id | user_id | owner.id',
    'owner.name':
      'Opportunity Owner | Deal Owner | Potential Owner | Owner | Owner Name | sales_agent | Sales Rep | Sales Representative | Salesperson | Sales Person | Rep | Account Executive | Assigned To | user_name | owner.name | Inhaber | Verkäufer | Vertriebsmitarbeiter | Zuständig | Verantwortlich | Propriétaire | Propietario | Vendedor',
    'owner.email': 'Owner Email | Deal Owner Email | Opportunity Owner Email | owner.email | Rep Email',
    'contact.id': 'ContactId | Contact ID | Primary Contact ID | Associated Contact IDs | Contact Name.id | person_id',
    'contact.name':
      'Contact Name | Primary Contact | Contact | Contact Person | Associated Contact | Person - Name | contact_name | Ansprechpartner',
    'contact.email': 'Contact Email | Primary Contact Email | Person - Email | Associated Email | primary_contact_primary_email',
    body: 'Description | Notes | Note | Comments | Deal Description | Beschreibung | Notizen | Bemerkung | Descripción | Notas',
  },
}
