import { sql, type Selectable } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { identity, type IdentityTables } from '../tables.generated.ts';
import { addressKey } from './address.rules.ts';
import type { NewUser, ProfileChange, User } from './user.rules.ts';

export async function userOf(tx: Tx, userId: UserId): Promise<User> {
  const row = await identity(tx)
    .selectFrom('identity.user')
    .selectAll()
    .where('id', '=', toUuid(userId))
    .executeTakeFirstOrThrow();
  return toUser(row);
}

/** The users with these ids, in no order. */
export async function usersOf(tx: Tx, userIds: readonly UserId[]): Promise<User[]> {
  const rows = await identity(tx)
    .selectFrom('identity.user')
    .selectAll()
    .where(sql<boolean>`id = any(${userIds.map(toUuid)}::uuid[])`)
    .execute();
  return rows.map(toUser);
}

type Named = {
  /** What `searchWords` made of what was typed; none: everybody. */
  readonly words: readonly string[];
  readonly limit: number;
};

/** Those of some users whose name and address together contain every word, by their names. */
export async function usersNamed(
  tx: Tx,
  userIds: readonly UserId[],
  { words, limit }: Named,
): Promise<User[]> {
  const text = sql`first_name || ' ' || last_name || ' ' || address`;
  const plain = sql`regexp_replace(normalize(lower(${text}), NFKD), '[\\u0300-\\u036f]', '', 'g')`;
  const rows = await identity(tx)
    .selectFrom('identity.user')
    .selectAll()
    .where(sql<boolean>`id = any(${userIds.map(toUuid)}::uuid[])`)
    .where(sql<boolean>`not exists (
      select from unnest(${[...words]}::text[]) as word where strpos(${plain}, word) = 0)`)
    .orderBy('last_name')
    .orderBy('first_name')
    .limit(limit)
    .execute();
  return rows.map(toUser);
}

export async function findUserByAddress(tx: Tx, address: string): Promise<User | undefined> {
  const row = await identity(tx)
    .selectFrom('identity.user')
    .selectAll()
    .where('address_key', '=', addressKey(address))
    .executeTakeFirst();
  return row && toUser(row);
}

/** The address was proven by whoever calls. False when it has an account already. */
export async function insertUser(
  tx: Tx,
  { userId, ...user }: NewUser & { userId: UserId },
  now: Instant,
): Promise<boolean> {
  const inserted = await identity(tx)
    .insertInto('identity.user')
    .values({
      id: toUuid(userId),
      first_name: user.firstName,
      last_name: user.lastName,
      address: user.address,
      address_key: addressKey(user.address),
      address_proven_at: now,
      language: user.language,
      country: user.country,
      created_at: now,
    })
    .onConflict((conflict) => conflict.constraint('user_address_once').doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

export async function changeUser(tx: Tx, userId: UserId, change: ProfileChange): Promise<void> {
  const { firstName, lastName, birthDate, language } = change;
  const values = {
    ...(firstName === undefined ? {} : { first_name: firstName }),
    ...(lastName === undefined ? {} : { last_name: lastName }),
    ...(birthDate === undefined ? {} : { birth_date: birthDate }),
    ...(language === undefined ? {} : { language }),
  };
  if (Object.keys(values).length === 0) return;
  await identity(tx)
    .updateTable('identity.user')
    .set(values)
    .where('id', '=', toUuid(userId))
    .execute();
}

function toUser(row: Selectable<IdentityTables['identity.user']>): User {
  return {
    userId: fromUuid('usr', row.id),
    name: { first: row.first_name, last: row.last_name },
    address: row.address,
    language: row.language,
    country: row.country,
    birthDate: row.birth_date ?? undefined,
    createdAt: row.created_at,
  };
}
