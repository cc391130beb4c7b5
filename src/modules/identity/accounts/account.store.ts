import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid } from '#kernel/ids.ts';
import type { StaffRole } from '#kernel/permission.ts';
import type { Tx } from '#platform/database/tx.ts';
import { identity, type IdentityTables } from '../tables.generated.ts';
import { addressKey } from './address.rules.ts';
import type { Account, Door, Holder } from './account.rules.ts';

/** Nobody chooses the threshold of the provider's people. */
const staffLockAfter = 10;

/** Who signs in at this door with this address. */
export async function findAccount(
  tx: Tx,
  door: Door,
  address: string,
): Promise<Account | undefined> {
  const key = addressKey(address);
  if (door === 'user') {
    const row = await users(tx).where('address_key', '=', key).executeTakeFirst();
    return row && userAccount(row);
  }
  const row = await staff(tx).where('address_key', '=', key).executeTakeFirst();
  return row && staffAccount(row);
}

export async function accountOf(tx: Tx, holder: Holder): Promise<Account> {
  const id = toUuid(holder.id);
  return holder.kind === 'user'
    ? userAccount(await users(tx).where('id', '=', id).executeTakeFirstOrThrow())
    : staffAccount(await staff(tx).where('id', '=', id).executeTakeFirstOrThrow());
}

/**
 * Locked: two sign-ins of one account complete one after the other. Not against rows that name the
 * account, which each sign-in has inserted before: two at once would wait for each other.
 */
export async function lockAccount(tx: Tx, holder: Holder): Promise<Account> {
  const id = toUuid(holder.id);
  return holder.kind === 'user'
    ? userAccount(await users(tx).where('id', '=', id).forNoKeyUpdate().executeTakeFirstOrThrow())
    : staffAccount(await staff(tx).where('id', '=', id).forNoKeyUpdate().executeTakeFirstOrThrow());
}

type UserRow = Pick<
  IdentityTables['identity.user'],
  'id' | 'first_name' | 'last_name' | 'address' | 'language'
> & { lock_after: number; disabled_at: Instant | null };
type StaffRow = Omit<UserRow, 'lock_after'> & { role: StaffRole };

const columns = ['id', 'first_name', 'last_name', 'address', 'language', 'disabled_at'] as const;
const users = (tx: Tx) =>
  identity(tx).selectFrom('identity.user').select(columns).select('lock_after');
const staff = (tx: Tx) => identity(tx).selectFrom('identity.staff').select(columns).select('role');

export function userAccount(row: UserRow): Account {
  const holder = { kind: 'user', id: fromUuid('usr', row.id) } as const;
  return { holder, ...personOf(row), lockAfter: row.lock_after, role: undefined };
}

export function staffAccount(row: StaffRow): Account {
  const holder = { kind: 'staff', id: fromUuid('stf', row.id) } as const;
  return { holder, ...personOf(row), lockAfter: staffLockAfter, role: row.role };
}

function personOf(row: Omit<UserRow, 'lock_after'>) {
  return {
    firstName: row.first_name,
    lastName: row.last_name,
    address: row.address,
    language: row.language,
    isDisabled: row.disabled_at !== null,
  };
}
