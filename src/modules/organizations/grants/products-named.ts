import type { Id, OrganizationId } from '#kernel/ids.ts';
import type { Translated } from '#kernel/language.ts';
import { defineNews } from '#platform/news.ts';

/** A product as people call it. */
export type ProductName = {
  readonly subscriptionId: Id<'sub'>;
  /** What the customer calls it; may be empty. */
  readonly label: string;
  readonly productName: Translated;
  /** False once it ended or moved away: then nothing of it is granted any more. */
  readonly isRunning: boolean;
};

/**
 * Asks the modules above how products of an organization are called. Those that it never had are
 * not answered. Answered in app.ts.
 */
export const productsNamed = defineNews<
  { readonly organizationId: OrganizationId; readonly subscriptionIds: readonly Id<'sub'>[] },
  readonly ProductName[]
>('organizations.products-named');

/** What a log entry calls it, for ever. */
export const labelOf = ({ label, productName }: ProductName): string => label || productName.en;
