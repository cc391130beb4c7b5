import { expect, onTestFinished, test } from 'vitest';
import { freshDatabase } from '#test/database.ts';
import { isGranted, refund, reserve, reserveAll, sweepThrottles } from './throttle.ts';

const now = new Date('2026-03-31T12:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const two = { key: 'door:test', budget: { count: 2, windowSeconds: 60 } };

async function fresh() {
  const clone = await freshDatabase();
  onTestFinished(() => clone.drop());
  return clone.database.within;
}

test('[LK-14] a budget is used up, says when it is free again, and is', async () => {
  const within = await fresh();
  await within((tx) => reserve(tx, two, now));
  await within((tx) => reserve(tx, two, later(10)));
  await expect(within((tx) => reserve(tx, two, later(20)))).rejects.toMatchObject({
    code: 'http.too-many',
    facts: { retryAfterSeconds: 40 },
  });
  await within((tx) => reserve(tx, two, later(60)));
});

test('a refused reservation of several takes none of them', async () => {
  const within = await fresh();
  const other = { key: 'door:other', budget: { count: 5, windowSeconds: 3600 } };
  const both = () => within((tx) => reserveAll(tx, [two, other], now));
  await both();
  await both();
  await expect(both()).rejects.toMatchObject({ code: 'http.too-many' });
  const left = () => within((tx) => isGranted(tx, other, now));
  expect([await left(), await left(), await left(), await left()]).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

test('[LK-03] a hundred at once take exactly the budget', async () => {
  const within = await fresh();
  const all = Array.from({ length: 100 }, () => within((tx) => reserve(tx, two, now)));
  const done = await Promise.allSettled(all);
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
});

test('a try that is given back can be taken again; old windows are forgotten', async () => {
  const within = await fresh();
  await within((tx) => reserve(tx, two, now));
  await within((tx) => reserve(tx, two, now));
  await within((tx) => refund(tx, two.key));
  expect(await within((tx) => isGranted(tx, two, now))).toBe(true);
  expect(await within((tx) => sweepThrottles(tx, later(1)))).toBe(1);
});
