import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Holder } from '../../accounts/account.rules.ts';
import { askedFactors, demandOn } from '../../factors/counting/asked-factors.ts';
import { enrolmentOver } from '../../factors/factor.refusals.ts';
import { isOwnFactor } from '../../factors/factor.rules.ts';
import { tokenHash } from '../../tokens/token.ts';
import { beginningNeeded, beginningWrong } from './beginning.refusals.ts';
import { isBeginning, takeBeginning } from './beginning.store.ts';

/**
 * Whether this is one of the staff with nothing to prove with: then the password alone, which may be
 * anybody's by now, binds no first factor (A6.4.1). A demo that demands none asks for no code either.
 */
export async function needsBeginning(
  tx: Tx,
  holder: Holder,
): Promise<Extract<Holder, { kind: 'staff' }> | undefined> {
  if (holder.kind !== 'staff' || demandOn(tx, holder)?.factors === 'optional') return undefined;
  const { factors } = await askedFactors(tx, holder);
  return factors.some(isOwnFactor) ? undefined : holder;
}

/** At the beginning of an enrolment; the code is used up when it is confirmed. */
export async function requireBeginning(
  tx: Tx,
  { holder, code }: { holder: Holder; code: string | undefined },
  now: Instant,
): Promise<void> {
  const beginner = await needsBeginning(tx, holder);
  if (!beginner) return;
  if (code === undefined || code === '') throw beginningNeeded({});
  const given = { staffId: beginner.id, codeHash: tokenHash(code) };
  if (!(await isBeginning(tx, given, now))) throw beginningWrong({});
}

/** With the first factor, under the account's lock. */
export async function useBeginning(tx: Tx, holder: Holder, now: Instant): Promise<void> {
  const beginner = await needsBeginning(tx, holder);
  if (beginner && !(await takeBeginning(tx, beginner.id, now))) throw enrolmentOver({});
}
