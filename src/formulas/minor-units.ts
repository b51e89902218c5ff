/** Currencies whose smallest coin is not a hundredth, by the decimals of ISO 4217. */
const decimals = new Map(
  [
    [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
    [3, 'BHD IQD JOD KWD LYD OMR TND'],
    [4, 'CLF UYW'],
  ].flatMap(([units, codes]) =>
    String(codes)
      .split(' ')
      .map((code): [string, number] => [code, Number(units)]),
  ),
)

/** How many decimals the amounts of a currency have. */
export const minorUnits = (currency: string | null | undefined): number => decimals.get(currency ?? '') ?? 2
