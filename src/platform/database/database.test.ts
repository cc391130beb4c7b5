import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { cloneTemplate } from '#test/database.ts';
import { beforeCommit } from './before-commit.ts';
import { openDatabase } from './database.ts';
import { reusable } from './reusable.ts';
import { platform } from './tables.generated.ts';
import type { Tx } from './tx.ts';

test('a database that is closed has let go of each of its connections', async () => {
  const clone = await cloneTemplate();
  onTestFinished(() => clone.drop());
  const { within, pool, close } = openDatabase(clone.url, { max: 8 });
  const nap = () => within((tx) => sql`select pg_sleep(0.05)`.execute(platform(tx)));
  await Promise.all(Array.from({ length: 8 }, nap));
  const open = pool.totalCount;
  expect(open).toBe(8);
  let gone = 0;
  pool.on('remove', () => gone++);
  await close();
  expect(gone).toBe(open);
});

test('what only reads opens no transaction, and cannot write', async () => {
  const clone = await cloneTemplate();
  onTestFinished(() => clone.drop());
  const { within, close } = openDatabase(clone.url, { max: 2 });
  onTestFinished(close);
  const startsOf = sql<{ at: Date }>`select now() as at`;
  const twice = async (tx: Tx) => {
    const [first] = (await startsOf.execute(platform(tx))).rows;
    await sql`select pg_sleep(0.01)`.execute(platform(tx));
    const [second] = (await startsOf.execute(platform(tx))).rows;
    return first?.at.getTime() === second?.at.getTime();
  };
  // a transaction's clock stands still
  expect(await within(twice)).toBe(true);
  expect(await within(twice, { readOnly: true })).toBe(false);

  const write = async (tx: Tx) => {
    await sql`create table public.scribble (id integer)`.execute(platform(tx));
  };
  await expect(within(write, { readOnly: true })).rejects.toMatchObject({ code: '25006' });
  const later = async (tx: Tx) => beforeCommit(tx, async () => undefined);
  await expect(within(later, { readOnly: true })).rejects.toThrow('only reads');
});

test('a reusable statement is built once and takes the values of each run', async () => {
  const clone = await cloneTemplate();
  onTestFinished(() => clone.drop());
  const { within, close } = openDatabase(clone.url, { max: 2 });
  onTestFinished(close);
  let built = 0;
  const greet = reusable(platform, (_tables, given: { name: string; age: number }) => {
    built++;
    return sql<{ said: string }>`select ${given.name}::text || ' ' || ${given.age}::int as said`;
  });
  const said = (name: string, age: number) => within((tx) => greet(tx, { name, age }));
  expect(await said('Ada', 36)).toEqual([{ said: 'Ada 36' }]);
  expect(await said('Grace', 85)).toEqual([{ said: 'Grace 85' }]);
  expect(built).toBe(1);
});
