/** What tells which system wrote a file: headings in small letters, as written, with their weights; and what its ids look like. */
type Signs = { sure: string; some: string; ids?: RegExp }

export const systems: Record<string, Signs> = {
  salesforce: {
    sure: 'systemmodstamp | stagename | masterrecordid | lastmodifiedbyid | createdbyid | isdeleted | hasoptedoutofemail | billingstreet | mailingstreet | tickersymbol | forecastcategoryname | 18 digit account id | 18 digit opportunity id | userroleid | profileid | fiscal period',
    some: 'ownerid | accountid | parentid | lastname | firstname | numberofemployees | annualrevenue | billingcity | billingstate | mailingcity | leadsource | isconverted | closedate | opportunity owner | opportunity name | billing street | billing city | mailing street | productcode | federationidentifier | jigsaw',
    ids: /^(?:001|003|005|006|00Q|01t)[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?$/,
  },
  zoho: {
    sure: 'potential name | potential owner | potential owner id | account owner id | contact owner id | lead owner id | deal owner id | account name.id | contact name.id | zcrm_id | potentialid | activities involved | modified time',
    some: 'closing date | created time | email opt out | tasks involved | events involved | calls involved | lead owner | layout | connected to',
    ids: /^zcrm_\d+$/,
  },
  hubspot: {
    sure: 'hs_object_id | hubspot_owner_id | company domain name | unsubscribed from all email | marketing contact status | dealname | dealstage | associated company ids | associated contact ids | associated company | primary associated company id | hs_lead_status | lifecyclestage | numberofemployees_hs | email hard bounce reason',
    some: 'record id | company owner | contact owner | deal owner | deal stage | lifecycle stage | create date | last activity date | company name | associated contact | number of employees | create date (gmt)',
  },
  close: {
    sure: 'status_label | status_type | display_name | lead_name | value_period | value_formatted | primary_contact_name',
    some: 'lead_id | html_url | date_created | date_updated | date_won | confidence | user_name | pipeline_name',
    ids: /^(?:lead|cont|oppo|user)_[A-Za-z0-9]{8,}$/,
  },
  pipedrive: {
    sure: 'deal - title | deal - id | deal - value | deal - stage | person - name | person - id | organization - name | organization - id | person - organization | deal - organization | lead - title | product - name | user - name',
    some: 'deal - owner | deal - status | organization - owner | person - owner | organization - address | person - email',
  },
}
