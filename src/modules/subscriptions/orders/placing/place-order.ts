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
  type DraftLine,
  issueInvoice,
  type PostalAddress,
  priceDocument,
  type Seller,
  sellerOf,
  type Tax,
  taxFor,
} from '#modules/billing/index.ts';
import { lockOrganization, type Organization } from '#modules/organizations/index.ts';
import {
  addressMissing,
  type Order,
  type OrderItem,
  refuseOtherPrice,
  wayToPay,
} from '../order.rules.ts';
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
  const [lines, tax, address, seller, number] = await Promise.all([
    quoteWishes(tx, organization, command.items, now),
    taxFor(tx, organization, dayOf(now)),
    addressOf(tx, organization, addressId),
    sellerOf(tx),
    nextOrderNumber(tx, organizationId),
  ]);
  const configurations = command.items.map(({ configuration }) => configuration);
  const items = toItems(lines, configurations, now);
  const drafts = toDraftLines(lines, items);
  const priced = priceDocument(drafts, tax);
  refuseOtherPrice(priced.gross, command.expected);
  const payment = wayToPay(organization, priced.gross);
  if (payment !== 'free' && address.street === undefined) throw addressMissing({});

  const orderId = newId('ord', now);
  const ask = { organization, orderId, payment, seller, address, tax, drafts, items };
  const document = await askForMoney(tx, ask, actor, now);
  const order: Order = {
    ...{ organizationId, orderId, addressId, number, payment, ...document },
    state: payment === 'in_advance' ? 'open' : 'started',
    currency: organization.currency,
    net: priced.net,
    gross: priced.gross,
    treatment: priced.treatment,
    vatRows: priced.vatRows,
    placedAt: now,
  };
  const start = { on: dayOf(now), invoiceId: document.invoiceId };
  const products = order.state === 'open' ? [] : productsOf(order, items, start, now);
  await Promise.all([
    insertPlaced(tx, { order, items, products }, { actor, now }),
    ...products.map(({ product }) => enqueueProvisioning(tx, product)),
  ]);
  await tellOrder(tx, order, 'subscriptions.order-placed', { actor, now });
  await confirmOrder(tx, order, items, { actor, now });
  if (order.state === 'started') await tellStarted(tx, order, products, { actor, now });
  return order;
}

type Ask = {
  readonly organization: Organization;
  readonly orderId: Order['orderId'];
  readonly payment: Order['payment'];
  readonly seller: Seller;
  readonly address: PostalAddress;
  readonly tax: Tax;
  readonly drafts: readonly DraftLine[];
  readonly items: readonly OrderItem[];
};
type Document = {
  readonly proFormaId: Id<'pfo'> | undefined;
  readonly invoiceId: Id<'inv'> | undefined;
};

async function askForMoney(
  tx: Tx,
  { orderId, payment, drafts, items, ...ask }: Ask,
  actor: Actor,
  now: Instant,
): Promise<Document> {
  const of = { ...ask, subject: { kind: 'order', id: orderId } as const };
  if (payment === 'free') return { proFormaId: undefined, invoiceId: undefined };
  if (payment === 'in_advance') {
    const { proFormaId } = await createProForma(tx, { ...of, lines: drafts }, actor, now);
    return { proFormaId, invoiceId: undefined };
  }
  const lines = startingToday(drafts, items, now);
  const dueOn = addDays(dayOf(now), daysToPay);
  const { invoiceId } = await issueInvoice(tx, { ...of, lines, dueOn }, actor, now);
  return { proFormaId: undefined, invoiceId };
}
