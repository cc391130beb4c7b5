import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Account } from '../accounts/account.rules.ts';
import { passwordStanding } from '../passwords/credential.store.ts';
import type { Policy, Proof } from './gate.rules.ts';
import { signInRequirements } from './sign-in-requirements.ts';

/** Which second factors count, where one is demanded. */
const secondFactors: readonly Proof[] = ['passkey', 'totp', 'push', 'sms', 'emergency'];

/** What holds for an account now; never remembered from an earlier step (AT-07). */
export async function policyOf(tx: Tx, account: Account, now: Instant): Promise<Policy> {
  const { holder, isDisabled } = account;
  const password = await passwordStanding(tx, holder);
  if (holder.kind === 'staff') return { isDisabled, secondFactors: [], ...password };
  const asked = await signInRequirements.announce(tx, { userId: holder.id }, now);
  return { isDisabled, secondFactors: asked.secondFactor ? secondFactors : [], ...password };
}
