/** What a product is, for tax: the rate of a category is data of a country. */
export const productVatCategories = ['standard', 'reduced', 'lodging'] as const;
export type ProductVatCategory = (typeof productVatCategories)[number];

/** EN 16931: standard rate, zero rate, reverse charge, outside the scope of tax. */
export const vatCodes = ['S', 'Z', 'AE', 'O'] as const;
export type VatCode = (typeof vatCodes)[number];

/** How a document is taxed, decided once for all its lines. */
export const vatTreatments = ['charged', 'reverse-charge', 'out-of-scope'] as const;
export type VatTreatment = (typeof vatTreatments)[number];

/** Who buys, as far as tax cares. */
export type Recipient = {
  readonly kind: 'person' | 'company';
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** The last answer of the number's register; none where there is no number. */
  readonly vatCheck: 'valid' | 'invalid' | 'unknown' | undefined;
};

/** The member states of the European Union (Greece as GR; its VAT numbers begin with EL). */
export const unionCountries: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);

/** Liechtenstein is part of the Swiss tax territory. */
const territories: { readonly [country: string]: string } = { LI: 'CH' };

/** The country whose rates count for a recipient. */
export const taxCountryOf = (country: string): string => territories[country] ?? country;

type Zone = 'home' | 'union' | 'elsewhere';

/** The decision table of a Swiss seller of electronic services (billing 2.2): data, not code. */
const decisions: {
  readonly [Z in Zone]: { readonly business: VatTreatment; readonly others: VatTreatment };
} = {
  home: { business: 'charged', others: 'charged' },
  union: { business: 'reverse-charge', others: 'charged' },
  elsewhere: { business: 'out-of-scope', others: 'out-of-scope' },
};

/**
 * How a sale is taxed (D24). Only a number found valid makes a business: while the register is
 * silent, tax is charged, and corrected by credit note when the answer comes.
 */
export function treatmentOf({ kind, country, vatCheck }: Recipient): VatTreatment {
  const row = decisions[zoneOf(country)];
  return kind === 'company' && vatCheck === 'valid' ? row.business : row.others;
}

function zoneOf(country: string): Zone {
  if (taxCountryOf(country) === 'CH') return 'home';
  return unionCountries.has(country) ? 'union' : 'elsewhere';
}
