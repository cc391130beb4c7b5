import { describe, expect, test } from 'vitest';
import { customer } from '#test/customer.ts';
import { subscriptionInvariants } from './subscription-invariants.store.ts';

const hosting = { product: 'web-hosting', offer: 'standard', period: 'month', quantity: 1 };

/** Each breaks what one invariant says, as no code of ours would. */
const breakings: [id: string, what: string, statement: string][] = [
  [
    'I7',
    'a day is billed to nobody',
    'update subscriptions.subscription set paid_until = paid_until + 1',
  ],
  [
    'S1',
    'a product of an order that never started',
    "update subscriptions.order set state = 'open'",
  ],
  [
    'S2',
    'an order that is worth more than its lines',
    'update subscriptions.order set net_minor = net_minor + 1, gross_minor = gross_minor + 1',
  ],
  [
    'S3',
    'a product that runs and was never made',
    "update subscriptions.subscription set state = 'active'",
  ],
  ['S4', 'a product without its bill', 'update subscriptions.order set invoice_id = null'],
  [
    'S5',
    'a product that left for nowhere',
    "update subscriptions.subscription set state = 'moved'",
  ],
];

describe('[B5] the audit of orders and products', () => {
  test.for(breakings)('%s finds %s', async ([id, , statement]) => {
    const shop = await customer({ audited: false });
    await shop.onAccount();
    await shop.order(hosting);
    await shop.order({ ...hosting, quantity: 2 });
    const broken = () =>
      shop.within(async (tx) => {
        const found = [];
        for (const invariant of subscriptionInvariants) {
          for (const { where } of await invariant.check(tx)) found.push([invariant.id, where]);
        }
        return found;
      });
    expect(await broken()).toEqual([]);
    await shop.query(statement);
    const found = await broken();
    expect(found.filter(([which]) => which === id)).toHaveLength(2);
    expect(found[0]?.[1]).toMatch(/^(product|order|order line) [0-9a-f-]{36}$/);
  });

  test('and the database itself bills no day twice', async () => {
    const shop = await customer({ audited: false });
    await shop.onAccount();
    await shop.order(hosting);
    const again = `insert into subscriptions.billed_period
      select organization_id, subscription_id, period_from + 1, period_to + 1, because, invoice_id,
        net_minor, currency
      from subscriptions.billed_period`;
    await expect(shop.query(again)).rejects.toThrow('no_day_is_billed_twice');
    await expect(shop.query('delete from subscriptions.billed_period')).rejects.toThrow(
      'billed_period',
    );
  });
});
