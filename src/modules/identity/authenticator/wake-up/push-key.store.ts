import type { Instant } from '#kernel/calendar.ts';
import { keysOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { identity } from '../../tables.generated.ts';

type PushKey = { readonly publicKey: string; readonly privateKey: string };

const purpose = { use: 'identity.vapid_key.sealed', row: 'only', owner: 'instance' };

export async function findPushKey(tx: Tx): Promise<PushKey | undefined> {
  const row = await identity(tx)
    .selectFrom('identity.vapid_key')
    .select(['public_key', 'sealed'])
    .executeTakeFirst();
  return row && { publicKey: row.public_key, privateKey: keysOf(tx).open(purpose, row.sealed) };
}

/** Keeps the first that is brought: whoever comes at the same time finds that one. */
export async function keepPushKey(
  tx: Tx,
  { publicKey, privateKey }: PushKey,
  now: Instant,
): Promise<void> {
  const sealed = keysOf(tx).seal(purpose, privateKey);
  await identity(tx)
    .insertInto('identity.vapid_key')
    .values({ is_only: true, public_key: publicKey, sealed, created_at: now })
    .onConflict((known) => known.column('is_only').doNothing())
    .execute();
}
