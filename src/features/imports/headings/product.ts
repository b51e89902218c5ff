import type { Table } from './table.ts'

/** What is sold. */
export const product: Table = {
  file: /product|price_?book|price_?list|catalog|sku|produkt|artikel|preisliste/i,
  prefix: /^(?:product|item)/,
  alone:
    'Product Code | ProductCode | SKU | List Price | sales_price | Sales Price | Product Family | StockKeepingUnit | QuantityUnitOfMeasure | Product Name | Unit Cost | Cost of goods sold | Retail Price | hs_sku | Artikelnummer | Listenpreis',
  together:
    'Product | Series | Family | Unit Price | Price | Product Category | Product Line | Category | Preis | Artikel | Product ID',
  little: 'Name | Description | IsActive | Active | Currency | Code',
  against:
    'Opportunity ID | Deal Name | Opportunity Name | Stage | Deal Stage | Close Date | Closing Date | Amount | Account | Account Name | Company | First Name | Last Name | Email | Probability | Quantity | OpportunityId | sales_agent | opportunity_id',
  columns: {
    id: 'Id | Product ID | Record ID | hs_object_id | Product Record ID',
    name: 'Name | Product Name | Product | Item | Item Name | Title | Produkt | Produktname | Artikel | Bezeichnung | Produit | Producto',
    code: 'Product Code | ProductCode | Code | SKU | StockKeepingUnit | hs_sku | Item Code | Part Number | Artikelnummer',
    family: 'Family | Product Family | Series | Product Line | Product Category | Category | Product Type | Produktgruppe',
    price:
      'Unit Price | List Price | Price | Sales Price | UnitPrice | Retail Price | Standard Price | Preis | Listenpreis | Prix | Precio',
    currency: 'CurrencyIsoCode | Currency | Currency Code | Währung',
    aliases: 'Aliases | Alias',
    active: 'IsActive | Active | Is Active | Product Active',
  },
}
