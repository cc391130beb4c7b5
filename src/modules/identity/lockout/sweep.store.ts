import { sql } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import { identity } from '../tables.generated.ts';

/** Forgets what nobody can use any more. Sessions and devices stay as the person's history. */
export async function sweepIdentity(tx: Tx, before: Instant): Promise<void> {
  const db = identity(tx);
  await sql`delete from identity.auth_attempt where expires_at < ${before}`.execute(db);
  await sql`delete from identity.one_time where expires_at < ${before}`.execute(db);
  await sql`delete from identity.sign_up where expires_at < ${before}`.execute(db);
}
