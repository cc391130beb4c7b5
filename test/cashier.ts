// Money in stories: a shop that is open, Ada who buys for her organization, and transfers that
// arrive.
import { system } from '#kernel/actor.ts';
import { dayOf, type Instant } from '#kernel/calendar.ts';
import type { OrganizationId } from '#kernel/ids.ts';
import { toMoneyOut, type Money } from '#kernel/money.ts';
import {
  addressOf,
  sellerOf,
  taxFor,
  creditPrepaid,
  issueInvoice,
  loadSeller,
  loadVatRates,
  lockPayable,
  settleInvoiceByBank,
  settleProFormaByBank,
  type DraftLine,
  type PrepaidReason,
} from '#modules/billing/index.ts';
import { catalogueFile, loadCatalogue } from '#modules/catalogue/index.ts';
import { signIn } from '#modules/identity/sign-in/sign-in.contract.ts';
import { newId } from '#kernel/new-id.ts';
import { lockOrganization } from '#modules/organizations/index.ts';
import { addAddress } from '#modules/billing/addresses/address.contract.ts';
import { placeOrder } from '#modules/subscriptions/orders/order.contract.ts';
import { catalogueFigures, sellerFigures, vatRateFigures } from '../src/demo/figures.ts';
import { home } from './customer.ts';
import { ada, arrive, password, type Newcomer, type Person } from './people.ts';
import { given, type Given, type World } from './world.ts';

const actor = system('story');
/** Where transfers arrive, in the books. */
const bank = { kind: 'bank', owner: 'CH5800791123000889012' } as const;

/** A line that costs what one says, with tax of the standard rate. */
export function lineOf(net: Money, more: Partial<DraftLine> = {}): DraftLine {
  return {
    productCode: 'web-hosting',
    subject: { kind: 'order-item', id: 'one' },
    text: { en: 'Web hosting', es: 'Alojamiento web' },
    quantity: 1,
    unit: net,
    steps: [{ kind: 'list', amount: net, facts: { quantity: 1 } }],
    net,
    vatCategory: 'standard',
    ...more,
  };
}

let count = 0;

/** A world whose shop is open and in which somebody buys. */
export async function cashier(options: Given = {}, newcomer: Newcomer = ada) {
  const world = await given(options);
  await openFor(world);
  const buyer = await arrive(world, newcomer);
  const { address } = newcomer;
  return {
    world,
    ...buyer,
    ...tillOf(world, buyer),
    /** Time passes: sessions end with it, so the buyer signs in again. */
    moveTo: async (at: Instant) => {
      world.clock.moveTo(at);
      await buyer.browser.call(signIn, { body: { address, password } });
    },
  };
}

/** Catalogue, seller and tax rates of the demo. */
async function openFor(world: World): Promise<void> {
  const now = world.clock.now();
  await world.within(async (tx) => {
    await loadSeller(tx, sellerFigures, now);
    await loadVatRates(tx, vatRateFigures);
    await loadCatalogue(tx, catalogueFile.parse(catalogueFigures), { actor, now });
  });
}

function tillOf(world: World, { browser, ownId }: Person) {
  const now = () => world.clock.now();
  const on = () => dayOf(now());
  const address = () =>
    browser.call(addAddress, { params: { organizationId: ownId }, body: home, key: 'home' });
  return {
    /** Orders hostings for a month, as the page does. */
    order: async (quantity = 1) => {
      const { addressId } = await address();
      const items = [
        { product: 'web-hosting', offer: 'standard', period: 'month', quantity },
      ] as const;
      return browser.call(placeOrder, {
        params: { organizationId: ownId },
        body: { items: [...items], addressId },
        key: `order-${++count}`,
      });
    },
    /** Issues an invoice on account. */
    invoice: (lines: readonly DraftLine[], organizationId: OrganizationId = ownId) =>
      world.within(async (tx) => {
        const organization = await lockOrganization(tx, organizationId);
        const subject = { kind: 'order', id: `order-${++count}` };
        const address = await addressOf(tx, organization);
        const tax = await taxFor(tx, organization, on());
        const seller = await sellerOf(tx);
        const invoiceId = newId('inv', now());
        const wish = { invoiceId, organization, subject, seller, address, tax, lines };
        return issueInvoice(tx, wish, actor, now());
      }),
    /** Pays what a reference asks for, exactly, as the bank's import does. */
    pay: (reference: string, line = `line-${++count}`) =>
      world.within(async (tx) => {
        const payable = await lockPayable(tx, reference);
        if (!payable) throw new Error(`${reference} is not ours`);
        const payment = { from: bank, source: { kind: 'bank-line', id: line }, on: on() };
        if (payable.kind === 'invoice') {
          return settleInvoiceByBank(tx, { ...payment, payable }, actor, now());
        }
        return settleProFormaByBank(tx, { ...payment, payable }, actor, now());
      }),
    /** Puts money on prepaid, as the bank's import does with what does not fit. */
    credit: (amount: Money, because: PrepaidReason = 'other-amount', line = `line-${++count}`) =>
      world.within(async (tx) => {
        await lockOrganization(tx, ownId);
        const source = { kind: 'bank-line', id: line };
        const credit = { organizationId: ownId, amount, because, source, from: bank, on: on() };
        return creditPrepaid(tx, credit, actor, now());
      }),
  };
}

export const out = toMoneyOut;
