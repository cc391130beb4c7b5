import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import { countingAmong } from '../../factors/counting/asked-factors.ts';
import { isOwnFactor, type FactorType } from '../../factors/factor.rules.ts';
import { standingFactors } from '../../factors/factor.store.ts';
import { everyStaff, type StaffMember } from '../staff.store.ts';
import { openBeginnings } from './beginning.store.ts';

export type Colleague = StaffMember & {
  readonly methods: readonly { readonly type: FactorType; readonly counts: boolean }[];
  readonly mayBeginUntil: Instant | undefined;
};

/** The provider's people, a few dozen at most, and what each of them signs in with. */
export async function listStaff(tx: Tx, now: Instant): Promise<readonly Colleague[]> {
  const [people, beginnings] = await Promise.all([everyStaff(tx), openBeginnings(tx, now)]);
  const colleagues: Colleague[] = [];
  for (const person of people) {
    const holder = { kind: 'staff', id: person.staffId } as const;
    const own = (await standingFactors(tx, holder)).filter(isOwnFactor);
    const counting = new Set(countingAmong(tx, holder, own));
    const methods = own.map((one) => ({ type: one.type, counts: counting.has(one) }));
    colleagues.push({ ...person, methods, mayBeginUntil: beginnings.get(person.staffId) });
  }
  return colleagues;
}
