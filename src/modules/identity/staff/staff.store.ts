import type { Instant } from '#kernel/calendar.ts';
import { toUuid, type StaffId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import type { StaffRole } from '#kernel/permission.ts';
import type { Tx } from '#platform/database/tx.ts';
import { addressKey } from '../accounts/address.rules.ts';
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
