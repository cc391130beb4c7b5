import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { system } from '#kernel/actor.ts';
import { dayOf } from '#kernel/calendar.ts';
import { money, type Currency, type Money } from '#kernel/money.ts';
import { newId } from '#kernel/new-id.ts';
import { freshDatabase, type TestDatabase } from '#test/database.ts';
import {
  audit,
  ledgerInvariants,
  lockPrepaid,
  post,
  postAll,
  prepaidBalance,
  reversalOf,
  type AccountRef,
  type Posting,
} from '../index.ts';
import { ledger } from '../tables.generated.ts';

const now = new Date('2026-03-31T12:00:00Z');
const actor = system('test');
const acme = newId('org', now);
const globex = newId('org', now);
const bank: AccountRef = { kind: 'bank', owner: 'CH5800791123000889012' };
const prepaid: AccountRef = { kind: 'prepaid' };
const chf = (minor: bigint) => money(minor, 'CHF');

async function books(): Promise<TestDatabase> {
  const fresh = await freshDatabase();
  onTestFinished(() => fresh.drop());
  return fresh;
}

let keys = 0;
function move(
  from: AccountRef,
  to: AccountRef,
  amount: Money,
  more: Partial<Posting> = {},
): Posting {
  return {
    holder: acme,
    kind: 'test',
    source: { kind: 'test', id: '1' },
    key: `test:${++keys}`,
    effectiveOn: dayOf(now),
    entries: [
      { account: to, amount },
      { account: from, amount: { ...amount, minor: -amount.minor } },
    ],
    ...more,
  };
}
/** Money comes to the bank and is an organization's. */
const topUp = (amount: Money, more?: Partial<Posting>) => move(prepaid, bank, amount, more);
const withdraw = (amount: Money, more?: Partial<Posting>) => move(bank, prepaid, amount, more);

async function broken(world: TestDatabase): Promise<string[]> {
  const answers = await world.database.within((tx) => audit(tx, ledgerInvariants));
  return answers.filter(({ violations }) => violations.length > 0).map((one) => one.invariant.id);
}

test.for(['account', 'journal_tx', 'journal_entry'])(
  '[B5] the application may not change, remove or empty ledger.%s',
  async (table) => {
    const world = await books();
    await world.database.within((tx) => post(tx, topUp(chf(100n)), actor, now));
    for (const statement of [
      `update ledger.${table} set organization_id = organization_id`,
      `delete from ledger.${table}`,
      `truncate ledger.${table} cascade`,
    ]) {
      const attempt = world.database.within((tx) => sql.raw(statement).execute(ledger(tx)));
      await expect(attempt, statement).rejects.toThrow(/permission denied/);
      await expect(world.query(statement), `${statement} as owner`).rejects.toThrow(/append-only/);
    }
    expect(await broken(world)).toEqual([]);
  },
);

test('[B5] entries that do not balance are refused, whoever writes them', async () => {
  const world = await books();
  const { journalId } = await world.database.within((tx) => post(tx, topUp(chf(100n)), actor, now));
  const byHand = (entries: string) =>
    world.query(
      `with movement as (
         insert into ledger.journal_tx select organization_id, gen_random_uuid(), 'x', 'x', 'x',
           gen_random_uuid()::text, '', '2026-03-31', null, 'x', recorded_at
         from ledger.journal_tx where id = $1 returning *
       )
       insert into ledger.journal_entry select organization_id, id, e.* from movement,
         (values ${entries}) as e`,
      [journalId.slice(4)],
    );
  const own = "'bank', 'CH5800791123000889012', 'CHF'";
  await expect(byHand(`(1::smallint, ${own}, 100)`)).rejects.toThrow(/does not balance/);
  await expect(
    byHand(`(1::smallint, ${own}, 100), (2, 'prepaid', '', 'CHF', -99)`),
  ).rejects.toThrow(/does not balance/);
  await expect(
    byHand(`(2::smallint, ${own}, 100), (3, 'prepaid', '', 'CHF', -100)`),
  ).rejects.toThrow(/in one statement/);
  await expect(
    byHand(`(1::smallint, ${own}, 100), (2, 'prepaid', '', 'EUR', -100)`),
  ).rejects.toThrow(/foreign key|does not balance/);
  await byHand(`(1::smallint, ${own}, 100), (2, 'prepaid', '', 'CHF', -100)`);
  // and what goes around the door is found: this one moved prepaid without its balance
  expect(await broken(world)).toEqual(['I2']);
});

test('[B5] the same key is the same movement, once; with another content it is a bug', async () => {
  const { database } = await books();
  const posting = topUp(chf(100n));
  const first = await database.within((tx) => post(tx, posting, actor, now));
  const again = await database.within((tx) => post(tx, posting, actor, now));
  expect(again).toEqual({ journalId: first.journalId, posted: false });
  expect(first.prepaid).toMatchObject({ minor: 100n, version: 1n });
  const other = { ...topUp(chf(200n)), key: posting.key };
  await expect(database.within((tx) => post(tx, other, actor, now))).rejects.toThrow(TypeError);
  // another organization's key is another key
  const theirs = { ...posting, holder: globex };
  expect(await database.within((tx) => post(tx, theirs, actor, now))).toMatchObject({
    posted: true,
  });
  const balance = await database.within((tx) =>
    prepaidBalance(tx, { organizationId: acme, currency: 'CHF' }),
  );
  expect(balance).toEqual(chf(100n));
});

test('[B5] thirty who post the same at once post it once', async () => {
  const world = await books();
  const posting = topUp(chf(100n));
  const answers = await Promise.all(
    Array.from({ length: 30 }, () => world.database.within((tx) => post(tx, posting, actor, now))),
  );
  expect(answers.filter(({ posted }) => posted)).toHaveLength(1);
  expect(new Set(answers.map(({ journalId }) => journalId)).size).toBe(1);
  expect(await broken(world)).toEqual([]);
});

test('[N11] fifty withdrawals at once never take more than there is', async () => {
  const world = await books();
  const { database } = world;
  await database.within((tx) => post(tx, topUp(chf(1000n)), actor, now));
  const outcomes = await Promise.allSettled(
    Array.from({ length: 50 }, () =>
      database.within(async (tx) => post(tx, withdraw(chf(30n)), actor, now)),
    ),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(33);
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  const reasons = refused.map(({ reason }) => String(reason).includes('negative'));
  expect(reasons).toEqual(Array.from({ length: 17 }, () => true));
  const left = await database.within((tx) =>
    lockPrepaid(tx, { organizationId: acme, currency: 'CHF' }),
  );
  expect(left).toEqual(chf(10n));
  expect(await broken(world)).toEqual([]);
});

test('[N11] the database itself refuses a negative balance', async () => {
  const world = await books();
  await world.database.within((tx) => post(tx, topUp(chf(100n)), actor, now));
  await expect(world.query('update ledger.prepaid_account set balance_minor = -1')).rejects.toThrow(
    /prepaid_never_negative/,
  );
});

test('[B5] a movement is reversed once, and all balances are as before', async () => {
  const world = await books();
  const { database } = world;
  const posting = topUp(chf(100n));
  const { journalId } = await database.within((tx) => post(tx, posting, actor, now));
  const reversal = reversalOf(posting, journalId);
  await database.within((tx) => post(tx, reversal, actor, now));
  await database.within((tx) => post(tx, topUp(chf(100n)), actor, now));
  const twice = { ...reversal, key: 'another key' };
  await expect(database.within((tx) => post(tx, twice, actor, now))).rejects.toThrow(
    /journal_tx_reversed_once/,
  );
  const key = { organizationId: acme, currency: 'CHF' } as const;
  expect(await database.within((tx) => prepaidBalance(tx, key))).toEqual(chf(100n));
  expect(await broken(world)).toEqual([]);
});

test('[B5] an invariant that breaks is found', async () => {
  const world = await books();
  await world.database.within((tx) => post(tx, topUp(chf(100n)), actor, now));
  await world.query('update ledger.prepaid_account set balance_minor = 101');
  expect(await broken(world)).toEqual(['I2']);
  await world.query('alter table ledger.journal_entry disable trigger user');
  await world.query('update ledger.journal_entry set minor = minor + 1 where minor > 0');
  expect(await broken(world)).toEqual(['I1', 'I2']);
});

test('[B5] whatever is posted, in any order and any company, the books hold', async () => {
  const world = await books();
  const { database } = world;
  const step = fc.record({
    holder: fc.constantFrom(acme, globex),
    kind: fc.constantFrom('top-up', 'withdraw', 'revenue', 'both'),
    currency: fc.constantFrom<Currency>('CHF', 'EUR', 'JPY'),
    minor: fc.bigInt(1n, 10n ** 12n),
  });
  const batch = fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), { maxLength: 6 });
  const model = new Map<string, bigint>();
  await fc.assert(
    fc.asyncProperty(batch, async (batches) => {
      for (const steps of batches) {
        const next = new Map(model);
        const postings = steps.map(({ holder, kind, currency, minor }) => {
          const key = holder + currency;
          const amount = money(minor, currency);
          const change = kind === 'revenue' ? 0n : kind === 'withdraw' ? -minor : minor;
          if (change !== 0n) next.set(key, (next.get(key) ?? 0n) + change);
          const revenue = move({ kind: 'revenue', owner: 'x' }, { kind: 'receivable' }, amount);
          if (kind === 'revenue') return { ...revenue, holder };
          if (kind === 'withdraw') return withdraw(amount, { holder });
          const entries = [...revenue.entries, ...topUp(amount).entries];
          return kind === 'both' ? { ...revenue, holder, entries } : topUp(amount, { holder });
        });
        const isPossible = passes(model, postings);
        const outcome = await database
          .within((tx) => postAll(tx, postings, actor, now))
          .then(() => true)
          .catch((error: unknown) => {
            if (!String(error).includes('negative')) throw error;
            return false;
          });
        expect(outcome).toBe(isPossible);
        if (outcome) for (const [key, minor] of next) model.set(key, minor);
      }
      for (const [key, minor] of model) {
        const [organizationId, currency] = [
          key.slice(0, -3) as typeof acme,
          key.slice(-3) as Currency,
        ];
        const balance = database.within((tx) => prepaidBalance(tx, { organizationId, currency }));
        expect(await balance).toEqual(money(minor, currency));
      }
      expect(await broken(world)).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

/** Whether every prepaid account stays at zero or above at every step, in the model. */
function passes(model: ReadonlyMap<string, bigint>, postings: readonly Posting[]): boolean {
  const balances = new Map(model);
  return postings.every(({ holder, entries }) =>
    entries.every(({ account, amount }) => {
      if (account.kind !== 'prepaid') return true;
      const key = holder + amount.currency;
      balances.set(key, (balances.get(key) ?? 0n) - amount.minor);
      return (balances.get(key) ?? 0n) >= 0n;
    }),
  );
}
