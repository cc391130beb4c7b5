// A world that sells, with one customer: the demo's figures are loaded, Ada is signed in and orders
// for her organization. Money comes by `transfer`, as if a bank had said so.
import type { OrganizationId } from '#kernel/ids.ts';
import { system } from '#kernel/actor.ts';
import { dayOf } from '#kernel/calendar.ts';
import { fromMoneyOut, type MoneyOut } from '#kernel/money.ts';
import type { MemberRole } from '#kernel/permission.ts';
import {
  creditPrepaid,
  lockPayable,
  settleInvoiceByBank,
  settleProFormaByBank,
} from '#modules/billing/index.ts';
import { addAddress } from '#modules/billing/addresses/address.contract.ts';
import { readProForma } from '#modules/billing/pro-formas/pro-forma.contract.ts';
import { signIn } from '#modules/identity/sign-in/sign-in.contract.ts';
import { addMember, grantOnAccount } from '#modules/organizations/index.ts';
import { placeOrder } from '#modules/subscriptions/orders/order.contract.ts';
import { readProduct } from '#modules/subscriptions/products/product.contract.ts';
import type { Client } from './client.ts';
import { ada, arrive, password, type Newcomer, type Person } from './people.ts';
import { openShop } from './shop.ts';
import { given, type Given, type World } from './world.ts';

export type Customer = World & {
  readonly person: Person;
  /** The customer's browser. */
  readonly ada: Client;
  readonly organizationId: OrganizationId;
  order(items: object | readonly object[], options?: { key?: string }): ReturnType<typeof placed>;
  reference(proFormaId: string | null): Promise<string>;
  product(subscriptionId: unknown): ReturnType<typeof productOf>;
  /**
   * Money that arrives with a reference; it settles what it fits exactly, else it goes to prepaid.
   */
  transfer(reference: string, amount: MoneyOut): Promise<void>;
  /** Time passes; sessions end meanwhile, so Ada signs in again. */
  moveTo(at: string): Promise<void>;
  /** Staff allow orders on account (D35). */
  onAccount(): Promise<void>;
  /** Somebody else, a member in a role or a stranger. */
  colleague(who: Newcomer, member?: { role: MemberRole; billingRight?: boolean }): Promise<Client>;
};

const placed = (client: Client, organizationId: OrganizationId, items: unknown, key: string) =>
  client.call(placeOrder, {
    params: { organizationId },
    body: { items: [items].flat() as never[] },
    key,
  });

const productOf = (client: Client, organizationId: OrganizationId, subscriptionId: unknown) =>
  client.call(readProduct, {
    params: { organizationId, subscriptionId: subscriptionId as `sub_${string}` },
  });

export async function customer(options: Given & { who?: Newcomer } = {}): Promise<Customer> {
  const world = await given(options);
  await openShop(world);
  const person = await arrive(world, options.who ?? ada);
  const { browser, ownId: organizationId } = person;
  const actor = system('bank');
  await browser.call(addAddress, {
    params: { organizationId },
    body: { ...home, makeDefault: true },
  });
  let keys = 0;
  return {
    ...world,
    person,
    organizationId,
    ada: browser,
    order: (items, { key = `key-${++keys}` } = {}) => placed(browser, organizationId, items, key),
    product: (subscriptionId) => productOf(browser, organizationId, subscriptionId),
    reference: async (id) => {
      const params = {
        organizationId,
        proFormaId: id as `pfo_${string}`,
      };
      return (await browser.call(readProForma, { params })).reference;
    },
    transfer: (reference, amount) =>
      world.within(async (tx) => {
        const now = world.clock.now();
        const payable = await lockPayable(tx, reference);
        if (!payable) throw new Error(`${reference} is not ours`);
        const received = fromMoneyOut(amount);
        const source = {
          kind: 'test',
          id: `${reference}:${now.toISOString()}`,
        };
        const payment = {
          from: { kind: 'equity-opening' },
          source,
          on: dayOf(now),
        } as const;
        const { organizationId: owner, state } = payable;
        const isExact = JSON.stringify(toText(payable.amount)) === JSON.stringify(toText(received));
        if (state === 'open' && isExact && payable.kind === 'invoice') {
          await settleInvoiceByBank(
            tx,
            {
              ...payment,
              payable,
            },
            actor,
            now,
          );
        } else if (state === 'open' && isExact && payable.kind !== 'invoice') {
          await settleProFormaByBank(
            tx,
            {
              ...payment,
              payable,
            },
            actor,
            now,
          );
        } else {
          const because = state === 'open' ? 'other-amount' : state;
          const credit = {
            ...payment,
            organizationId: owner,
            amount: received,
            because,
          } as const;
          await creditPrepaid(tx, credit, actor, now);
        }
      }),
    moveTo: async (at) => {
      world.clock.moveTo(new Date(at));
      const { address } = options.who ?? ada;
      await browser.call(signIn, {
        body: {
          address,
          password,
        },
      });
    },
    onAccount: () =>
      world.within((tx) => {
        const staff = {
          kind: 'staff',
          staffId: `stf_${'0'.repeat(32)}`,
          name: 'Sam',
        } as const;
        const decision = {
          organizationId,
          reason: 'a good customer',
          actor: staff,
        };
        return grantOnAccount(tx, decision, world.clock.now());
      }),
    colleague: async (who, member) => {
      const { userId, browser: other } = await arrive(world, who);
      if (member) {
        const { role, billingRight } = member;
        const granted = billingRight ? { billingGrantedBy: person.userId } : {};
        await world.within((tx) =>
          addMember(
            tx,
            {
              organizationId,
              userId,
              role,
              ...granted,
            },
            system('story'),
            world.clock.now(),
          ),
        );
      }
      return other;
    },
  };
}

/** Where her bills go. */
export const home = {
  name: 'Ada Lovelace',
  street: 'Limmatquai',
  number: '3',
  postcode: '8001',
  town: 'Zürich',
  country: 'CH',
};

const toText = ({ minor, currency }: { minor: bigint; currency: string }) => [
  String(minor),
  currency,
];
