import { system } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { StaffId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import { newId } from '#kernel/new-id.ts';
import type { StaffRole } from '#kernel/permission.ts';
import { record } from '#modules/activity/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { addressTaken } from '../accounts/account.refusals.ts';
import { saveCredential } from '../passwords/credential.store.ts';
import { insertStaff } from './staff.store.ts';

export type CreateStaff = {
  readonly firstName: string;
  readonly lastName: string;
  readonly address: string;
  readonly language: Language;
  readonly role: StaffRole;
  /** Made before by `hashPassword`. */
  readonly passwordHash: string;
};

/** Lets one more person of the provider in. Only the operator's command and the demo do this. */
export async function createStaff(
  tx: Tx,
  { passwordHash, ...person }: CreateStaff,
  now: Instant,
): Promise<StaffId> {
  const staffId = newId('stf', now);
  if (!(await insertStaff(tx, { staffId, ...person }, now))) throw addressTaken({});
  await saveCredential(tx, { kind: 'staff', id: staffId }, passwordHash, now);
  const about = { kind: 'staff', id: staffId, label: `${person.firstName} ${person.lastName}` };
  const happening = { stream: 'instance', action: 'identity.staff-created', about } as const;
  const actor = system('staff:create');
  await record(tx, { ...happening, actor, facts: { role: person.role } }, now);
  return staffId;
}
