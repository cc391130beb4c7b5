import { sql } from 'kysely';
import type { Database } from '#platform/database/database.ts';
import { schemaOf } from '#platform/database/tx.ts';
import { WrongKeys } from './key-material.ts';
import type { Keys } from './keys.ts';

const platform = schemaOf<unknown>();
const purpose = { use: 'platform.key_canary.sealed', row: 'canary', owner: 'instance' };

/**
 * Proves at start that the given keys are those that sealed this database's secrets: one sealed
 * text per key that was ever current must open (identity 3.17).
 */
export async function provenKeys(database: Database, keys: Keys): Promise<void> {
  const kid = keys.currentKid;
  await database.within(async (tx) => {
    const db = platform(tx);
    await sql`
      insert into platform.key_canary (kid, sealed) values (${kid}, ${keys.seal(purpose, 'canary')})
      on conflict (kid) do nothing`.execute(db);
    const { rows } = await sql<{ kid: string; sealed: string }>`
      select kid, sealed from platform.key_canary order by kid`.execute(db);
    const closed = rows.filter(({ sealed }) => !opens(keys, sealed)).map((row) => row.kid);
    if (closed.length > 0) throw new WrongKeys(missing(closed));
  });
}

function opens(keys: Keys, sealed: string): boolean {
  try {
    return keys.open(purpose, sealed) === 'canary';
  } catch {
    return false;
  }
}

function missing(kids: readonly string[]): string {
  return (
    `Secrets of this database were sealed with the key ${kids.join(', ')}, and the keys given do ` +
    'not open them. Give the keys that this database was used with: ATRIO_KEYS, or the file keys ' +
    'in ATRIO_DATA.'
  );
}
