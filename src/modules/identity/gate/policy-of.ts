import type { Tx } from '#platform/database/tx.ts';
import type { Account } from '../accounts/account.rules.ts';
import { proofsOf } from '../factors/factor.rules.ts';
import { standingFactors } from '../factors/factor.store.ts';
import { passwordStanding } from '../passwords/credential.store.ts';
import type { Policy } from './gate.rules.ts';

/**
 * What holds for an account now; never remembered from an earlier step (AT-07). Who has a second
 * factor is asked for it on every road. Who has none gets in with one, and is stopped where an
 * organization demands two (D10).
 */
export async function policyOf(tx: Tx, { holder, isDisabled }: Account): Promise<Policy> {
  const secondFactors = proofsOf(await standingFactors(tx, holder));
  return { isDisabled, secondFactors, ...(await passwordStanding(tx, holder)) };
}
