import { pages } from './pages.en.ts';
/** Sentences of the catalogue. Names of products are data, not texts. */
export const en = {
  ...pages,
  refusal: {
    'not-sold':
      'This is not sold by the {{period}} in {{currency}}. Choose another period or level.',
    'product-not-sold': 'We do not sell this product any more. Choose another one.',
    'quantity-out-of-range': 'Choose a whole number between 1 and {{maximum}}.',
    'warranty-not-at-order':
      'The renewal warranty cannot be chosen with this order. Where it is offered, you can turn it on once the product runs.',
    'price-change-too-early':
      'A price can change from {{earliest}} on. Prices that count already are never changed.',
    'price-unknown': 'This offer has no such price yet. Load it with the catalogue file.',
  },
  action: {
    loaded: 'The catalogue was loaded: {{products}} products, {{prices}} new prices',
    'price-announced':
      '{{product}} {{offer}} will cost {{price}} instead of {{before}} from {{validFrom}} on',
  },
  /** What a step of a price is about (B7); amounts stand beside it. */
  step: {
    list: '{{quantity}} × {{unit}}',
    tier: 'Quantity discount from {{from}} units: −{{percent}} %',
    partner: 'Partner discount: −{{percent}} %',
    warranty: 'Renewal warranty',
    proration: 'Only the days that remain',
  },
  period: { month: 'month', year: 'year' },
} as const;
