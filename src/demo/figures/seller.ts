import type { SellerFigures } from '#modules/billing/index.ts';

/** Who sells in the demo. None of it exists; all check digits are right. */
export const sellerFigures: SellerFigures = {
  name: 'Lumenhaus AG',
  street: 'Rue du Rhône',
  number: '48',
  postcode: '1204',
  town: 'Genève',
  country: 'CH',
  vatNumber: 'CHE-123.456.788 MWST',
  mail: 'billing@lumenhaus.example',
  website: 'https://www.lumenhaus.example',
  accounts: [
    { currency: 'CHF', iban: 'CH58 0079 1123 0008 8901 2', qrIban: 'CH44 3199 9123 0008 8901 2' },
    { currency: 'EUR', iban: 'CH93 0076 2011 6238 5295 7' },
  ],
};
