import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type StaffId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import type { StaffRole } from '#kernel/permission.ts';
import type { Recipient } from '#modules/messages/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { addressKey } from '../accounts/address.rules.ts';
import { fullName } from '../accounts/user.rules.ts';
import { identity } from '../tables.generated.ts';

export type NewStaff = {
  readonly staffId: StaffId;
  readonly firstName: string;
  readonly lastName: string;
  readonly address: string;
  readonly language: Language;
  readonly role: StaffRole;
};

/** False when the address belongs to one of the staff already. */
export async function insertStaff(tx: Tx, staff: NewStaff, now: Instant): Promise<boolean> {
  const inserted = await identity(tx)
    .insertInto('identity.staff')
    .values({
      id: toUuid(staff.staffId),
      first_name: staff.firstName,
      last_name: staff.lastName,
      address: staff.address,
      address_key: addressKey(staff.address),
      language: staff.language,
      role: staff.role,
      created_at: now,
    })
    .onConflict((conflict) => conflict.constraint('staff_address_once').doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

/** Those of the provider's people who look after the instance, as mail reaches them. */
export async function administrators(tx: Tx): Promise<Recipient[]> {
  const rows = await identity(tx)
    .selectFrom('identity.staff')
    .select(['first_name', 'last_name', 'address', 'language'])
    .where('role', '=', 'administrator')
    .where('disabled_at', 'is', null)
    .orderBy('created_at')
    .execute();
  return rows.map(({ first_name: first, last_name: last, ...to }) => ({
    ...to,
    name: fullName({ first, last }),
  }));
}

/** One of the provider's people, as colleagues see them. */
export type StaffMember = {
  readonly staffId: StaffId;
  readonly name: string;
  readonly address: string;
  readonly role: StaffRole;
  readonly isDisabled: boolean;
};

export async function everyStaff(tx: Tx): Promise<StaffMember[]> {
  const rows = await identity(tx)
    .selectFrom('identity.staff')
    .select(['id', 'first_name', 'last_name', 'address', 'role', 'disabled_at'])
    .orderBy('last_name')
    .orderBy('first_name')
    .orderBy('id')
    .execute();
  return rows.map(
    ({ id, first_name: first, last_name: last, address, role, disabled_at: off }) => ({
      staffId: fromUuid('stf', id),
      name: fullName({ first, last }),
      address,
      role,
      isDisabled: off !== null,
    }),
  );
}

/** Who of the staff an address belongs to. */
export async function staffNamed(
  tx: Tx,
  address: string,
): Promise<Pick<NewStaff, 'staffId' | 'firstName' | 'lastName' | 'address'> | undefined> {
  const row = await identity(tx)
    .selectFrom('identity.staff')
    .select(['id', 'first_name', 'last_name', 'address'])
    .where('address_key', '=', addressKey(address))
    .executeTakeFirst();
  if (!row) return undefined;
  const { id, first_name: firstName, last_name: lastName } = row;
  return { staffId: fromUuid('stf', id), firstName, lastName, address: row.address };
}

export async function isStaff(tx: Tx, staffId: StaffId): Promise<boolean> {
  const row = await identity(tx)
    .selectFrom('identity.staff')
    .select('id')
    .where('id', '=', toUuid(staffId))
    .executeTakeFirst();
  return row !== undefined;
}
