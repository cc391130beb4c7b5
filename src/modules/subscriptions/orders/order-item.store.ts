import { z } from 'zod';
import { fromUuid, toUuid, type Id } from '#kernel/ids.ts';
import { translated } from '#kernel/language.ts';
import { fromMoneyOut, money, type SaleCurrency } from '#kernel/money.ts';
import { priceStepOut } from '#kernel/price-step.ts';
import type { Tx } from '#platform/database/tx.ts';
import { subscriptions, type SubscriptionsTables } from '../tables.generated.ts';
import type { OrderItem } from './order.rules.ts';
import type { OrderRef } from './order.store.ts';

type ItemRow = SubscriptionsTables['subscriptions.order_item'];

const storedSteps = z.array(
  priceStepOut.transform((step) => ({ ...step, amount: fromMoneyOut(step.amount) })),
);
export const storedConfiguration = z.record(z.string(), z.string());

function toOrderItem(row: ItemRow, currency: SaleCurrency): OrderItem {
  const { product, kind, offer, period, quantity, warranty, label } = row;
  return {
    itemId: fromUuid('itm', row.id),
    product,
    kind,
    offer,
    period,
    quantity,
    warranty,
    label,
    productName: translated.parse(row.product_name),
    offerName: translated.parse(row.offer_name),
    minimumTermMonths: row.minimum_term_months,
    configuration: storedConfiguration.parse(row.configuration),
    vatCategory: row.vat_category,
    unit: money(row.unit_minor, currency),
    steps: storedSteps.parse(row.steps),
    net: money(row.net_minor, currency),
  };
}

/** The lines of an order, in their order. */
export async function itemsOf(tx: Tx, ref: OrderRef, currency: SaleCurrency): Promise<OrderItem[]> {
  const rows = await subscriptions(tx)
    .selectFrom('subscriptions.order_item')
    .selectAll()
    .where('organization_id', '=', toUuid(ref.organizationId))
    .where('order_id', '=', toUuid(ref.orderId))
    .orderBy('position')
    .execute();
  return rows.map((row) => toOrderItem(row, currency));
}

/** The products that an order's lines became. */
export async function subscriptionsOfOrder(
  tx: Tx,
  ref: OrderRef,
): Promise<ReadonlyMap<string, Id<'sub'>>> {
  const rows = await subscriptions(tx)
    .selectFrom('subscriptions.subscription as subscription')
    .innerJoin('subscriptions.order_item as item', (join) =>
      join
        .onRef('item.organization_id', '=', 'subscription.organization_id')
        .onRef('item.id', '=', 'subscription.order_item_id'),
    )
    .select(['item.id as item_id', 'subscription.id'])
    .where('subscription.organization_id', '=', toUuid(ref.organizationId))
    .where('item.order_id', '=', toUuid(ref.orderId))
    .execute();
  return new Map(rows.map((row) => [fromUuid('itm', row.item_id), fromUuid('sub', row.id)]));
}
