import { fromUuid, type OrganizationId } from '#kernel/ids.ts';
import { translated, type Translated } from '#kernel/language.ts';
import type { SubscriptionId } from './subscription.rules.ts';

/** Enough of a product to name it and to lead there. */
export type NamedProduct = {
  readonly organizationId: OrganizationId;
  readonly subscriptionId: SubscriptionId;
  readonly productName: Translated;
  readonly label: string;
};

/** What a statement selects for it. */
export type NamedRow = {
  readonly organization_id: string;
  readonly id: string;
  readonly product_name: unknown;
  readonly label: string;
};

export function toNamedProduct(row: NamedRow): NamedProduct {
  return {
    organizationId: fromUuid('org', row.organization_id),
    subscriptionId: fromUuid('sub', row.id),
    productName: translated.parse(row.product_name),
    label: row.label,
  };
}
