import type { Instant } from '#kernel/calendar.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { isGranted } from '#platform/throttle/throttle.ts';
import type { Account } from '../accounts/account.rules.ts';
import { tellEveryAddress } from '../notices/tell-every-address.ts';
import { placeOf } from '../places/place-of.ts';
import { placeLine } from '../places/place.rules.ts';
import { failureAlertBudget, secondStepAlertBudget } from './alert.rules.ts';
import { securitySettingsOf } from './alert.store.ts';
import { failedSignIn, type FailureTold } from './failed-sign-in.letter.ts';
import { failedSecondStep } from './failed-second-step.letter.ts';

type Failure = { readonly account: Account; readonly device: string; readonly from: string };

/** A wrong password, told to who wants to hear of it (R90); once an hour at most. */
export async function tellOfFailure(tx: Tx, failure: Failure, now: Instant): Promise<void> {
  const { holder } = failure.account;
  if (holder.kind === 'staff') return;
  const { alerts } = await securitySettingsOf(tx, holder.id);
  const budget = { key: `mail:failed:${holder.id}`, budget: failureAlertBudget };
  if (!alerts.failures || !(await isGranted(tx, budget, now))) return;
  const facts = toldOf(tx, failure, now);
  await tellEveryAddress(tx, failure.account, { letter: failedSignIn, facts }, now);
}

/**
 * The password was right and the second step was not, in a browser that is not known: somebody
 * knows the password. Told whatever was chosen (D5, LK-13).
 */
export async function tellOfFailedSecondStep(
  tx: Tx,
  failure: Failure,
  now: Instant,
): Promise<void> {
  const { account } = failure;
  const budget = { key: `mail:second-step:${account.holder.id}`, budget: secondStepAlertBudget };
  if (!(await isGranted(tx, budget, now))) return;
  const facts = toldOf(tx, failure, now);
  await tellEveryAddress(tx, account, { letter: failedSecondStep, facts }, now);
}

function toldOf(tx: Tx, { account, device, from }: Failure, now: Instant): FailureTold {
  const place = placeOf(tx, from, account.language);
  const { origin } = settingsOf(tx);
  return { device, place: place && placeLine(place), at: now, link: `${origin}/account/security` };
}
