import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { toUuid, type Id } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';
import { toPriceStepOut } from '#kernel/price-step.ts';
import { insertRows } from '#platform/database/insert-rows.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { DayRange } from '../../products/subscription.rules.ts';
import { toSubscriptionRow, type Subscription } from '../../products/subscription.store.ts';
import { subscriptions } from '../../tables.generated.ts';
import type { Order, OrderItem } from '../order.rules.ts';
import { toChangeRow, toOrderRow } from '../order.store.ts';

/** A product as it starts, with its first days, which are paid for or free. */
export type StartedProduct = {
  readonly product: Subscription;
  readonly paid: DayRange;
  readonly net: Money;
  readonly invoiceId: Id<'inv'> | undefined;
};

type Placed = {
  readonly order: Order;
  readonly items: readonly OrderItem[];
  /** Those of an order that starts at once. */
  readonly products: readonly StartedProduct[];
};

/** Keeps an order, its lines, what it became since, and the products of one that starts at once. */
export async function insertPlaced(
  tx: Tx,
  { order, items, products }: Placed,
  { actor, now }: { actor: Actor; now: Instant },
): Promise<void> {
  const states = order.state === 'open' ? (['open'] as const) : (['open', order.state] as const);
  await insertRows(subscriptions(tx), {
    'subscriptions.order': [toOrderRow(order)],
    'subscriptions.order_item': items.map((item, index) => toItemRow(order, item, index + 1)),
    'subscriptions.order_change': states.map((to) => toChangeRow(order, to, { actor, now })),
    ...toProductRows(products, now),
  });
}

/** Keeps the products of an order whose money came. */
export async function insertProducts(
  tx: Tx,
  products: readonly StartedProduct[],
  now: Instant,
): Promise<void> {
  await insertRows(subscriptions(tx), toProductRows(products, now));
}

function toItemRow({ organizationId, orderId }: Order, item: OrderItem, position: number) {
  const { product, kind, offer, period, quantity, warranty, label, configuration } = item;
  return {
    organization_id: toUuid(organizationId),
    id: toUuid(item.itemId),
    order_id: toUuid(orderId),
    position,
    ...{ product, kind, offer, period, quantity, warranty, label, configuration },
    product_name: item.productName,
    offer_name: item.offerName,
    minimum_term_months: item.minimumTermMonths,
    vat_category: item.vatCategory,
    unit_minor: String(item.unit.minor),
    steps: item.steps.map(toPriceStepOut),
    net_minor: String(item.net.minor),
  };
}

/**
 * Products with their first paid days, and the wish that they be made. A day that is billed already
 * breaks the constraint `no_day_is_billed_twice`, whatever the code does.
 */
function toProductRows(products: readonly StartedProduct[], now: Instant) {
  return {
    'subscriptions.subscription': products.map(({ product }) => toSubscriptionRow(product)),
    'subscriptions.billed_period': products.map(toPeriodRow),
    'subscriptions.provisioning': products.map(({ product }) => ({
      organization_id: toUuid(product.organizationId),
      subscription_id: toUuid(product.subscriptionId),
      state: 'waiting',
      requested_at: now,
    })),
  };
}

function toPeriodRow({ product, paid, net, invoiceId }: StartedProduct) {
  return {
    organization_id: toUuid(product.organizationId),
    subscription_id: toUuid(product.subscriptionId),
    period_from: paid.from,
    period_to: paid.to,
    because: invoiceId ? 'invoiced' : 'free',
    invoice_id: invoiceId ? toUuid(invoiceId) : null,
    net_minor: String(net.minor),
    currency: net.currency,
  };
}
