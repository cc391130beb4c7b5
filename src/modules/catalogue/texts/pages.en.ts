/** What staff read about the catalogue. */
export const pages = {
  staff: {
    title: 'Catalogue',
    subtitle: 'What is sold and for how much, without VAT. A price change is a further row.',
    offer: 'Offer',
    period: 'Billed',
    periods: { month: 'Monthly', year: 'Yearly' },
    part: { product: 'Price of one', warranty: 'Renewal warranty' },
    'valid-from': 'Valid from',
    'to-come': 'To come',
    price: 'Price',
  },
} as const;
