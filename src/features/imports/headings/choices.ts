/** Words of other systems that plainly are one of ours, by kind and field, in their plain form; whole words only. */
export const choices: Record<string, Record<string, string>> = {
  'deal.type': {
    'new-business':
      'New Business | New Customer | New Logo | New | New Client | Neugeschäft | Neukunde | newbusiness | Nouveau client | Nueva empresa',
    renewal: 'Renewal | Contract Renewal | Verlängerung | Existing Customer - Renewal | Renouvellement | Renovación',
    upsell: 'Upsell | Up-sell | Upgrade | Expansion | Existing Customer - Upgrade | Add-on | Add-on Business',
    'cross-sell': 'Cross-sell | Cross sell | Crosssell',
    downsell: 'Downsell | Downgrade | Existing Customer - Downgrade | Contraction',
  },
  'deal.forecast_category': {
    pipeline: 'Pipeline',
    'best-case': 'Best Case | BestCase | Most Likely | MostLikely',
    commit: 'Commit | Forecast',
    closed: 'Closed | Closed Won | Won',
    omitted: 'Omitted | Omit | Not forecasted',
  },
  'customer.type': {
    prospect: 'Prospect | Interessent',
    customer:
      'Customer | Customer - Direct | Customer - Channel | Client | Existing Customer | Active Customer | Kunde | Customer Direct | Cliente',
    partner:
      'Partner | Channel Partner | Channel Partner / Reseller | Reseller | Technology Partner | Installation Partner | Distributor | Integration Partner',
    vendor: 'Vendor | Supplier | Lieferant',
    former: 'Former | Former Customer | Past Customer | Churned | Churned Customer | Ex-Customer | Ehemaliger Kunde',
  },
  'contact.role': {
    'economic-buyer': 'Economic Buyer | Economic Decision Maker | Budget Holder | Decision Maker',
    champion: 'Champion | Executive Sponsor | Sponsor',
    technical: 'Technical | Technical Buyer | Technical Evaluator | Evaluator',
    user: 'User | Business User | End User | End-User',
    blocker: 'Blocker',
    coach: 'Coach | Influencer',
    other: 'Other',
  },
  'contact.status': { active: 'Active | Current', left: 'Left | Left Company | No longer with company' },
  'person.role': {
    ae: 'AE | Account Executive | Sales Rep | Sales Representative | Sales Executive | Salesperson',
    sdr: 'SDR | BDR | Sales Development Representative | Business Development Representative',
    am: 'AM | Account Manager | Key Account Manager',
    csm: 'CSM | Customer Success Manager',
    se: 'SE | Sales Engineer | Solutions Engineer | Solution Engineer | Presales',
    manager: 'Manager | Sales Manager | Regional Manager | Head of Sales | VP Sales | Sales Director | Team Lead',
    revops: 'RevOps | Revenue Operations | Sales Operations | Sales Ops',
  },
}
