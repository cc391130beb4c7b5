// What issuing an invoice costs beyond writing its rows: an order on account, from its prices to
// its entries in the ledger, against one statement that writes all the same rows.
import { toUuid, type OrganizationId } from '#kernel/ids.ts';
import { placeAnOrder, type OrderCommand } from '#modules/subscriptions/index.ts';
import { actor, buyerOnAccount } from '../place/buyer.ts';
import { cpuOf, sumOf, totalOf, type Cpu } from '../measure/cpu.ts';
import { inPlace, type Place } from '../place/place.ts';
import { writtenBy } from '../place/rows-written.ts';
import { milliseconds, type Bench } from '../row.ts';

const rounds = 8;
const each = 50;

const hosting: OrderCommand['items'][number] = {
  ...{ product: 'web-hosting', offer: 'standard', period: 'month' as const, quantity: 35 },
  ...{ warranty: false, configuration: {} },
};

/** Orders many times; gives what it cost and the transactions that it was. */
async function ordered({ app, within, clock, superuser }: Place, organizationId: OrganizationId) {
  const orders: string[] = [];
  const spent = await cpuOf(app.database.pool, async () => {
    for (let time = 0; time < each; time++) {
      const command = { organizationId, items: [hosting] };
      const order = await within((tx) => placeAnOrder(tx, command, actor, clock.now()));
      orders.push(toUuid(order.orderId));
    }
  });
  const { rows } = await superuser.query<{ xid: string }>(
    `select xmin::text as xid from subscriptions.order_item where order_id = any($1::uuid[])`,
    [orders],
  );
  return { spent, xids: rows.map(({ xid }) => xid) };
}

/** The rows of these transactions, taken away and written again. */
async function rewritten({ app, superuser }: Place, xids: readonly string[]): Promise<Cpu> {
  const { pool } = app.database;
  const { statement, rows, remove } = await writtenBy(superuser, xids);
  await remove();
  return cpuOf(pool, async () => {
    for (const one of rows) await pool.query(statement, [one]);
  });
}

async function measured(place: Place) {
  const organizationId = await buyerOnAccount(place);
  const whole: Cpu[] = [];
  const bare: Cpu[] = [];
  await ordered(place, organizationId); // opens its accounts in the ledger, once
  for (let round = 0; round <= rounds; round++) {
    const { spent, xids } = await ordered(place, organizationId);
    const rows = await rewritten(place, xids);
    if (round === 0) continue;
    whole.push(spent);
    bare.push(rows);
  }
  const count = rounds * each;
  const [all, least] = [sumOf(whole), sumOf(bare)];
  return [
    {
      what: 'issuing an invoice, order to ledger, CPU of program and database',
      ratio: totalOf(all) / totalOf(least),
      of: 'the same rows written by one statement',
      bound: { most: 2 },
      figures:
        `${milliseconds(totalOf(all) / count)} against ${milliseconds(totalOf(least) / count)}; ` +
        'of the database ' +
        [all, least].map(({ database }) => milliseconds(database / count)).join(' against '),
    },
  ];
}

export const bench: Bench = { measure: () => inPlace(measured) };
