import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { cloneTemplate } from '#test/database.ts';
import { openDatabase } from './database.ts';
import { platform } from './tables.generated.ts';

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
