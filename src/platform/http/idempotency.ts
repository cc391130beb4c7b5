import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import { schemaOf, type Tx } from '#platform/database/tx.ts';
import { keyReused } from './refusals.ts';

const platform = schemaOf<unknown>();

export type Claim = { readonly scope: string; readonly key: string; readonly request: unknown };

type Remembered = { request_hash: string; response: unknown; done: boolean };

/**
 * Runs work once per key, in the caller's transaction: the key is inserted first, then locked, then
 * compared (billing 3.2 item 4). A repetition gets the first answer; another request under the same
 * key is refused.
 */
export async function once<T>(
  tx: Tx,
  claim: Claim,
  now: Instant,
  work: () => Promise<T>,
): Promise<T> {
  const hash = createHash('sha256').update(JSON.stringify(claim.request)).digest('hex');
  const db = platform(tx);
  await sql`
    insert into platform.idempotency (scope, key, request_hash, created_at)
    values (${claim.scope}, ${claim.key}, ${hash}, ${now})
    on conflict (scope, key) do nothing`.execute(db);
  const { rows } = await sql<Remembered>`
    select request_hash, response, done from platform.idempotency
    where scope = ${claim.scope} and key = ${claim.key} for update`.execute(db);
  const known = rows[0];
  if (known && known.request_hash !== hash) throw keyReused({});
  if (known?.done) return known.response as T;

  const response = await work();
  await sql`
    update platform.idempotency set done = true, response = ${JSON.stringify(response ?? null)}::jsonb
    where scope = ${claim.scope} and key = ${claim.key}`.execute(db);
  return response;
}
