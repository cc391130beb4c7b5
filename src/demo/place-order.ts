import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import {
  payProFormaFromPrepaid,
  readInvoice,
  readProForma,
  type SandboxWish,
} from '#modules/billing/index.ts';
import { cancelAnOrder, placeAnOrder, type Order } from '#modules/subscriptions/index.ts';
import { subtract, money, type Money } from '#kernel/money.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { App } from '../app.ts';
import type { DemoItem, DemoOrder } from './customer.ts';
import type { OpenedCustomer } from './open-customers.ts';
import { noSession } from './open-provider.ts';

/**
 * A transfer that a customer will make, and how many days ago it reaches our bank at the earliest.
 */
export type DuePayment = { readonly wish: SandboxWish; readonly fromDaysAgo: number };

type When = { readonly order: DemoOrder; readonly daysAgo: number; readonly now: Instant };

/** Places an order as its customer, and tells which transfers follow from it. */
export async function placeOrder(
  { database }: App,
  { is, organizationId, userId }: OpenedCustomer,
  { order, daysAgo, now }: When,
): Promise<DuePayment[]> {
  const actor = userActor(userId, is.person.join(' '));
  return database.within(async (tx) => {
    const items = order.buys.map(wished);
    const placed = await placeAnOrder(tx, { organizationId, items }, actor, now);
    const asked = await askedBy(tx, placed);
    if (!asked) return [];
    const payer = is.name;
    const { reference, amount } = asked;
    const pays = (wish: Omit<SandboxWish, 'reference' | 'payer'>, afterDays: number) => [
      { wish: { reference, payer, ...wish }, fromDaysAgo: daysAgo - afterDays },
    ];
    switch (order.ends) {
      case 'paid':
        return pays({ way: 'exact' }, 2);
      case 'invoiced-and-paid':
        return pays({ way: 'exact' }, 21);
      case 'short':
        return pays({ way: 'exact', amount: subtract(amount, money(5n, amount.currency)) }, 2);
      case 'from-prepaid': {
        const { proFormaId } = placed;
        if (proFormaId) {
          await payProFormaFromPrepaid(tx, { organizationId, proFormaId }, actor, now);
        }
        return [];
      }
      case 'cancelled-but-paid':
        await cancelAnOrder(tx, { organizationId, orderId: placed.orderId }, actor, now);
        return pays({ way: 'exact', amount }, 1);
      case 'cancelled':
        await cancelAnOrder(tx, { organizationId, orderId: placed.orderId }, actor, now);
        return [];
      case 'open':
        return [];
    }
  });
}

function wished({ product, offer, period, quantity = 1, name }: DemoItem) {
  const configuration = name === undefined ? {} : { name };
  return { product, offer, period, quantity, warranty: false, configuration };
}

/** The reference and the amount of the document that an order made. */
async function askedBy(
  tx: Tx,
  { organizationId, proFormaId, invoiceId, gross }: Order,
): Promise<{ reference: string; amount: Money } | undefined> {
  if (proFormaId) {
    const { proForma } = await readProForma(tx, { organizationId, proFormaId });
    return { reference: proForma.reference, amount: gross };
  }
  if (invoiceId) {
    const { invoice } = await readInvoice(tx, { organizationId, invoiceId });
    return { reference: invoice.reference, amount: gross };
  }
  return undefined;
}

function userActor(userId: OpenedCustomer['userId'], name: string): Actor {
  return { kind: 'user', userId, name, sessionId: noSession };
}
