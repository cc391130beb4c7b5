import { bankAction, bankRefusal } from './bank-sentences.en.ts';
import { bank } from './bank.en.ts';
import { pages } from './pages.en.ts';

/** Sentences of billing. Pages have their own file. */
export const en = {
  ...pages,
  ...bank,
  refusal: {
    ...bankRefusal,
    'address-not-found': 'There is no such billing address in this organization.',
    'invoice-not-found': 'There is no such invoice in this organization.',
    'no-vat-rate':
      'We can’t compute the tax for this country today, so nothing was ordered. Please try later or write to us.',
    'not-payable': 'Nothing was paid. $t(billing:payable.{{state}})',
    'prepaid-too-low':
      'Your prepaid account does not cover this amount. Nothing was paid: top up, or pay by transfer.',
    'pro-forma-not-found': 'There is no such pro-forma in this organization.',
    'top-up-from-prepaid': 'A top-up is paid by transfer, not from the prepaid account itself.',
    'top-up-too-small': 'This amount is too small: top up with 1.00 or more.',
  },
  payable: {
    open: 'It is open.',
    paid: 'It is paid already.',
    cancelled: 'The order was cancelled. Please order again.',
    expired: 'The order has expired. Please order again.',
  },
  action: {
    ...bankAction,
    'address-added': 'Billing address “{{label}}” was added',
    'address-changed': 'Billing address “{{label}}” was changed',
    'invoice-issued': 'Invoice {{number}} over {{amount}} was issued',
    'invoice-paid': 'Invoice {{number}} over {{amount}} was paid',
    'prepaid-credited': '{{amount}} came to the prepaid account',
    'pro-forma-cancelled': 'Pro-forma {{label}} was cancelled',
    'pro-forma-created': 'A pro-forma over {{amount}} was made',
    'pro-forma-expired': 'Pro-forma {{label}} expired unpaid',
    'top-up-requested': 'A top-up of {{amount}} was requested',
  },
} as const;
