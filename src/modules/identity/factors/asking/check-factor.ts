import { nobody, type Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { record } from '#modules/activity/index.ts';
import type { Within } from '#platform/database/database.ts';
import type { Tx } from '#platform/database/tx.ts';
import { endRest } from '../../authenticator/app.store.ts';
import { streamOf } from '../../accounts/account.rules.ts';
import { tellOfFailedSecondStep } from '../../alerts/tell-of-failure.ts';
import type { AttemptId } from '../../gate/attempt.store.ts';
import type { Browser } from '../../gate/browser.rules.ts';
import { passDoor } from '../../lockout/work/pass-door.ts';
import { deviceLabel } from '../../sessions/device-name.ts';
import { findTrustedDevice } from '../../sessions/device.store.ts';
import { tokenHash } from '../../tokens/token.ts';
import type { FactorAnswer } from '../factor.rules.ts';
import { clearFactorTries, isWorthTelling, reserveFactorTry } from './factor-tries.ts';
import type { Asked, Claim } from './kind.ts';
import { candidateOf } from './kinds.ts';
import { tellOwner } from '../tell-owner.ts';

export type FactorCheck = {
  readonly asked: Asked;
  readonly answer: FactorAnswer;
  readonly browser: Browser;
  readonly attemptId?: AttemptId | undefined;
};

/**
 * Checks an answer as every prompt must: the try is counted and committed, then compared outside
 * any transaction (MF-07). What is right must still be taken, in the transaction that acts on it.
 */
export async function checkFactor(
  within: Within,
  check: FactorCheck,
  now: Instant,
): Promise<Claim | undefined> {
  const { asked, answer, browser } = check;
  const candidate = await within(async (tx) => {
    await Promise.all([
      passDoor(tx, 'factor', browser, now),
      reserveFactorTry(tx, triedIn(check), now),
    ]);
    return candidateOf(tx, { method: answer.method, answer, asked }, now);
  });
  return candidate();
}

/** Uses a right answer up; the caller holds the account's lock. False: somebody was faster. */
export async function takeFactor(
  tx: Tx,
  { claim, check }: { claim: Claim | undefined; check: FactorCheck },
  now: Instant,
): Promise<boolean> {
  if (!claim || !(await claim.take(tx, now))) return false;
  await Promise.all([
    clearFactorTries(tx, triedIn(check)),
    check.answer.method === 'push' ? undefined : endRest(tx, check.asked.account.holder, now),
  ]);
  return true;
}

/** Leaves a wrong answer counted and noted; the caller refuses after the commit. */
export async function noteWrongFactor(
  tx: Tx,
  check: FactorCheck,
  now: Instant,
  actor: Actor = nobody,
): Promise<void> {
  const { asked, answer, browser } = check;
  const { account } = asked;
  const type = answer.method;
  const personal = { device: deviceLabel(browser.agent), from: browser.prefix };
  const facts = { method: type, where: asked.purpose };
  const happening = { stream: streamOf(account.holder), action: 'identity.factor-failed', actor };
  await record(tx, { ...happening, facts, personal }, now);
  if (asked.purpose === 'sign-in' && !(await isKnown(tx, check, now))) {
    await tellOfFailedSecondStep(tx, { account, ...personal }, now);
    return;
  }
  // the owner's own browser mistypes now and then
  if (!(await isWorthTelling(tx, triedIn(check), now))) return;
  await tellOwner(tx, account, { happened: 'wrong-codes', type, label: '' }, now);
}

/**
 * Two sign-ins brought the same good code: whoever came first may have had it from whoever typed it
 * (3.9). The owner is told, whichever of the two they are.
 */
export async function tellOfReplay(
  tx: Tx,
  { claim, check: { asked, answer, browser } }: { claim: Claim | undefined; check: FactorCheck },
  now: Instant,
): Promise<void> {
  if (!(await claim?.wasTaken?.(tx))) return;
  const { account } = asked;
  const personal = { device: deviceLabel(browser.agent), from: browser.prefix };
  const facts = { method: answer.method };
  const happening = { stream: streamOf(account.holder), actor: nobody, facts, personal } as const;
  await record(tx, { ...happening, action: 'identity.code-replayed' }, now);
  await tellOwner(tx, account, { happened: 'code-replayed', type: answer.method, label: '' }, now);
}

async function isKnown(tx: Tx, { asked, browser }: FactorCheck, now: Instant): Promise<boolean> {
  const { deviceToken } = browser;
  if (deviceToken === undefined) return false;
  const known = { holder: asked.account.holder, tokenHash: tokenHash(deviceToken) };
  return (await findTrustedDevice(tx, known, now)) !== undefined;
}

const triedIn = ({ asked, answer, attemptId }: FactorCheck) => ({
  holder: asked.account.holder,
  type: answer.method,
  attemptId,
});
