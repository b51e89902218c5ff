/** Files of exports whose rows are no records of ours: what they hold, and the headings that tell it, by weight. */
export const others: Record<string, { alone: string; together: string }> = {
  'activities or tasks': {
    alone:
      'WhoId | WhatId | ActivityDate | Activity Date | Call Type | CallDurationInSeconds | Call Duration | TaskSubtype | Activity Type | Activity - Subject | Meeting Start | Task Owner | Event Owner | Call Owner',
    together: 'Subject | Due Date | Priority | Start DateTime | End DateTime | Related To | Duration',
  },
  campaigns: {
    alone:
      'Campaign Type | BudgetedCost | Budgeted Cost | ActualCost | Actual Cost | NumberSent | ExpectedResponse | Campaign Owner | Numbers sent',
    together: 'Campaign Name | Campaign Status | Parent Campaign',
  },
  tickets: {
    alone:
      'Case Number | CaseNumber | Ticket ID | Ticket Name | Ticket Status | Ticket Owner | SuppliedEmail | Case Origin | Ticket Number',
    together: 'Case Reason | Priority | Origin | Subject',
  },
  'lines of deals': {
    alone: 'PricebookEntryId | TotalPrice | Total Price | Product2Id | OpportunityLineItemId | Line Item ID',
    together: 'Quantity | UnitPrice | OpportunityId',
  },
  'a history of changes': {
    alone: 'Old Value | New Value | OldValue | NewValue | From Stage | To Stage | Field Name',
    together: 'Edited By | Changed By | Field | Last Modified',
  },
}

/** Headings of tables that describe other tables. */
export const dictionary = {
  named: 'Field | Column | Attribute | Variable | Field Name | Column Name | Property | Feature',
  told: 'Description | Definition | Meaning | Data Type | Type | Beschreibung | Explanation | Comment | Notes',
  beside:
    'Table | Table Name | Dataset | File | Label | Required | Example | Values | API Name | Length | Nullable | Object | Format | Unit | Units | Key',
}

/** Columns that only the system that wrote the file needs. */
export const noise =
  'SystemModstamp | LastViewedDate | LastReferencedDate | LastModifiedById | LastModifiedDate | Last Modified Date | Last Modified By | Modified By | Modified Time | Modified By Id | CreatedById | Created By Id | PhotoUrl | Photo URL | MasterRecordId | BillingLatitude | BillingLongitude | BillingGeocodeAccuracy | ShippingLatitude | ShippingLongitude | ShippingGeocodeAccuracy | MailingLatitude | MailingLongitude | MailingGeocodeAccuracy | OtherLatitude | OtherLongitude | OtherGeocodeAccuracy | Latitude | Longitude | GeocodeAccuracy | JigsawContactId | JigsawCompanyId | DandbCompanyId | IndividualId | LastCURequestDate | LastCUUpdateDate | IsUnreadByOwner | CanAllowPortalSelfReg | Layout | Layout.id | Locked | Locked__s | Change Log Time | html_url | date_updated | Update time'

/** JSON that says again what stands in columns beside it, and one of those columns. */
export const again: Record<string, string> = {
  BillingAddress: 'BillingCity',
  ShippingAddress: 'ShippingCity',
  MailingAddress: 'MailingCity',
  OtherAddress: 'OtherCity',
  Address: 'City',
}
