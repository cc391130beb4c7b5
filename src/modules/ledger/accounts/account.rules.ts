import type { Currency } from '#kernel/money.ts';
import type { OrganizationId } from '#kernel/ids.ts';

/** The kinds of places where money can be. Debit is positive, credit negative. */
export const accountKinds = [
  'bank',
  'bank-batch',
  'suspense',
  'suspense-outgoing',
  'receivable',
  'prepaid',
  'revenue',
  'vat',
  'equity-opening',
  'fees',
  'rounding',
  'write-off',
  'cashback',
  'gateway',
] as const;
export type AccountKind = (typeof accountKinds)[number];

/** An account of one organization, or of the provider; `owner` tells several of a kind apart. */
export type AccountRef = { readonly kind: AccountKind; readonly owner?: string };

/** Whose books a movement stands in: an organization's, or the provider's own. */
export type Holder = OrganizationId | 'provider';

/** What an organization has with us; `version` counts the movements that made it. */
export type PrepaidBalance = {
  readonly currency: Currency;
  readonly minor: bigint;
  readonly version: bigint;
};
