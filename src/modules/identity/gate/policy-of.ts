import type { Tx } from '#platform/database/tx.ts';
import type { Account, Holder } from '../accounts/account.rules.ts';
import { askedFactors } from '../factors/counting/asked-factors.ts';
import { passwordStanding } from '../passwords/credential.store.ts';
import type { Policy } from './gate.rules.ts';

/**
 * What holds for an account now; never remembered from an earlier step (AT-07). Who has a second
 * factor is asked for it on every road. Who has none gets in with one, and is stopped where an
 * organization demands two (D10).
 */
export async function policyOf(tx: Tx, { holder, isDisabled }: Account): Promise<Policy> {
  return { isDisabled, ...(await standingOf(tx, holder)) };
}

/** The same, for an account that is being locked. */
export async function standingOf(tx: Tx, holder: Holder): Promise<Omit<Policy, 'isDisabled'>> {
  const [asked, standing] = await Promise.all([
    askedFactors(tx, holder),
    passwordStanding(tx, holder),
  ]);
  return { secondFactors: asked.proofs, ...standing };
}
