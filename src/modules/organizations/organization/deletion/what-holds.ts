import type { OrganizationId } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';
import { defineNews } from '#platform/news.ts';

/** What the modules above can hold an organization by. */
export type HeldBy = 'products' | 'orders' | 'invoices' | 'prepaid';

/** Something that must be settled before an organization can go: how many, how much. */
export type Holding = {
  readonly kind: HeldBy;
  readonly count: number;
  readonly amounts: readonly Money[];
};

/**
 * Asks the modules above what still holds an organization: products that run, open orders, unpaid
 * invoices, prepaid money (N2). Asked under its lock; answered in app.ts.
 */
export const whatHolds = defineNews<
  { readonly organizationId: OrganizationId },
  readonly Holding[]
>('organizations.what-holds');
