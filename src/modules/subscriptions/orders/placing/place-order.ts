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
  type Priced,
} from '#modules/billing/index.ts';
import { lockOrganization, type Organization } from '#modules/organizations/index.ts';
import {
  addressMissing,
  type Order,
  type OrderItem,
  refuseOtherPrice,
  wayToPay,
} from '../order.rules.ts';
import { insertOrder, insertOrderChange, nextOrderNumber } from '../order.store.ts';
import { insertItems } from '../order-item.store.ts';
import {
  priceDrafts,
  quoteWishes,
  startingToday,
  toDraftLines,
  toItems,
  type WishedItem,
} from './price-order.ts';
import { startProducts } from './start-products.ts';
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
  const lines = await quoteWishes(tx, organization, command.items, now);
  const configurations = command.items.map(({ configuration }) => configuration);
  const items = toItems(lines, configurations, now);
  const drafts = toDraftLines(lines, items);
  const priced = await priceDrafts(tx, organization, drafts, now);
  refuseOtherPrice(priced.gross, command.expected);
  if (wayToPay(organization, priced.gross) !== 'free') {
    const { street } = await addressOf(tx, organization, addressId);
    if (street === undefined) throw addressMissing({});
  }

  const orderId = newId('ord', now);
  const ask = { organization, orderId, addressId, drafts, items, priced };
  const document = await askForMoney(tx, ask, actor, now);
  const order: Order = {
    organizationId,
    orderId,
    addressId,
    number: await nextOrderNumber(tx, organizationId),
    state: 'open',
    payment: wayToPay(organization, priced.gross),
    currency: organization.currency,
    net: priced.net,
    gross: priced.gross,
    treatment: priced.treatment,
    vatRows: priced.vatRows,
    proFormaId: document.proFormaId,
    invoiceId: undefined,
    placedAt: now,
  };
  await insertOrder(tx, order);
  await insertItems(tx, order, items);
  await insertOrderChange(tx, order, 'open', { actor, now });
  await tellOrder(tx, order, 'subscriptions.order-placed', { actor, now });
  await confirmOrder(tx, order, items, { actor, now });
  if (order.payment === 'in_advance') return order;
  return startProducts(
    tx,
    order,
    { on: dayOf(now), invoiceId: document.invoiceId },
    { actor, now },
  );
}

type Ask = {
  readonly organization: Organization;
  readonly orderId: Order['orderId'];
  readonly addressId: Id<'adr'> | undefined;
  readonly drafts: readonly DraftLine[];
  readonly items: readonly OrderItem[];
  readonly priced: Priced;
};
type Document = {
  readonly proFormaId: Id<'pfo'> | undefined;
  readonly invoiceId: Id<'inv'> | undefined;
};

async function askForMoney(
  tx: Tx,
  { organization, orderId, addressId, drafts, items, priced }: Ask,
  actor: Actor,
  now: Instant,
): Promise<Document> {
  const subject = { kind: 'order', id: orderId } as const;
  const of = { organization, subject, addressId };
  const payment = wayToPay(organization, priced.gross);
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
