import type { Actor } from '#kernel/actor.ts';
import { addDays, dayOf, type Instant } from '#kernel/calendar.ts';
import type { Id, OrganizationId } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';
import { newId } from '#kernel/new-id.ts';
import type { Tx } from '#platform/database/tx.ts';
import {
  addressOf,
  createProForma,
  daysToPay,
  type InvoiceWish,
  issueInvoice,
  priceDocument,
  sellerOf,
  taxFor,
} from '#modules/billing/index.ts';
import { lockOrganization } from '#modules/organizations/index.ts';
import { addressMissing, type Order, refuseOtherPrice, wayToPay } from '../order.rules.ts';
import { nextOrderNumber } from '../order.store.ts';
import { enqueueProvisioning } from '../../provisioning/request-provisioning.ts';
import { insertPlaced } from './placed.store.ts';
import {
  quoteWishes,
  startingToday,
  toDraftLines,
  toItems,
  type WishedItem,
} from './price-order.ts';
import { productsOf, tellStarted } from './start-products.ts';
import { confirmOrder, tellOrder } from '../letters/tell-order.ts';

export type OrderCommand = {
  readonly organizationId: OrganizationId;
  readonly items: readonly WishedItem[];
  readonly addressId?: Id<'adr'> | undefined;
  /** The total that the person saw. */
  readonly expected?: Money | undefined;
};

/**
 * Orders products (D35): in advance, its pro-forma asks for the money and freezes the price; on
 * account, the invoice is issued at once and the products start. What costs nothing starts without
 * a document.
 */
export async function placeAnOrder(
  tx: Tx,
  command: OrderCommand,
  actor: Actor,
  now: Instant,
): Promise<Order> {
  const { organizationId, addressId } = command;
  const organization = await lockOrganization(tx, organizationId);
  const [quoted, tax, address, seller, number] = await Promise.all([
    quoteWishes(tx, organization, command.items, now),
    taxFor(tx, organization, dayOf(now)),
    addressOf(tx, organization, addressId),
    sellerOf(tx),
    nextOrderNumber(tx, organizationId),
  ]);
  const configurations = command.items.map(({ configuration }) => configuration);
  const items = toItems(quoted, configurations, now);
  const drafts = toDraftLines(quoted, items);
  const priced = priceDocument(drafts, tax);
  refuseOtherPrice(priced.gross, command.expected);
  const payment = wayToPay(organization, priced.gross);
  if (payment !== 'free' && address.street === undefined) throw addressMissing({});

  const order: Order = {
    ...{ organizationId, orderId: newId('ord', now), addressId, number, payment },
    state: payment === 'in_advance' ? 'open' : 'started',
    currency: organization.currency,
    net: priced.net,
    gross: priced.gross,
    treatment: priced.treatment,
    vatRows: priced.vatRows,
    proFormaId: payment === 'in_advance' ? newId('pfo', now) : undefined,
    invoiceId: payment === 'on_account' ? newId('inv', now) : undefined,
    placedAt: now,
  };
  const start = { on: dayOf(now), invoiceId: order.invoiceId };
  const products = order.state === 'open' ? [] : productsOf(order, items, start, now);
  const lines = order.state === 'open' ? drafts : startingToday(drafts, items, now);
  await Promise.all([
    insertPlaced(tx, { order, items, products }, { actor, now }),
    ...products.map(({ product }) => enqueueProvisioning(tx, product)),
    askForMoney(tx, order, { organization, seller, address, tax, lines }, { actor, now }),
  ]);
  await tellOrder(tx, order, 'subscriptions.order-placed', { actor, now });
  await confirmOrder(tx, order, items, { actor, now });
  if (order.state === 'started') await tellStarted(tx, order, products, { actor, now });
  return order;
}

type Ask = Pick<InvoiceWish, 'organization' | 'seller' | 'address' | 'tax' | 'lines'>;

async function askForMoney(
  tx: Tx,
  { orderId, proFormaId, invoiceId }: Order,
  ask: Ask,
  { actor, now }: { actor: Actor; now: Instant },
): Promise<void> {
  const subject = { kind: 'order', id: orderId } as const;
  if (proFormaId) await createProForma(tx, { ...ask, proFormaId, subject }, actor, now);
  const dueOn = addDays(dayOf(now), daysToPay);
  if (invoiceId) await issueInvoice(tx, { ...ask, invoiceId, subject, dueOn }, actor, now);
}
