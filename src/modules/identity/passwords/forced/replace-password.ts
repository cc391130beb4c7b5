import { nobody } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { record } from '#modules/activity/index.ts';
import type { Within } from '#platform/database/database.ts';
import type { Tx } from '#platform/database/tx.ts';
import { streamOf, type Account } from '../../accounts/account.rules.ts';
import { accountOf, lockAccount } from '../../accounts/account.store.ts';
import {
  consumeAttempt,
  findAttempt,
  lockAttempt,
  type Attempt,
} from '../../gate/attempt.store.ts';
import type { Browser } from '../../gate/browser.rules.ts';
import { decide } from '../../gate/gate.rules.ts';
import { policyOf } from '../../gate/policy-of.ts';
import { passDoor } from '../../lockout/work/pass-door.ts';
import { deviceLabel } from '../../sessions/device-name.ts';
import { endSessionsOf } from '../../sessions/end-sessions.ts';
import { tokenHash } from '../../tokens/token.ts';
import { tellPasswordChanged } from '../change-password.ts';
import { saveCredential } from '../credential.store.ts';
import { hasher } from '../hashing.ts';
import { judgePassword } from '../judge-password.ts';
import { attemptOver } from '../../factors/factor.refusals.ts';
import { wayToChangeOf } from './way-to-change.ts';

export type ReplacePassword = {
  /** Of the attempt that typed the doubted password. */
  readonly attemptToken: string | undefined;
  readonly password: string;
  readonly browser: Browser;
};

/**
 * Sets a new password in place of a doubted one, in the sign-in that typed it. Like a reset it opens
 * no session and ends those there are; the new password signs in.
 */
export async function replacePassword(
  within: Within,
  { attemptToken, password, browser }: ReplacePassword,
  now: Instant,
): Promise<void> {
  // committed first: a refusal must give neither the try nor the work back
  await within((tx) => passDoor(tx, 'new-password', browser, now));
  await within(async (tx) => {
    const attempt = await openAttempt(tx, attemptToken, now);
    const account = await accountOf(tx, attempt.holder);
    await requireWay(tx, { attempt, account, browser }, now);
    judgePassword(tx, password, account);
  });
  const hashed = await hasher.hash(password);

  await within(async (tx) => {
    const { attemptId } = await openAttempt(tx, attemptToken, now);
    const attempt = await lockAttempt(tx, attemptId);
    const account = await lockAccount(tx, attempt.holder);
    await requireWay(tx, { attempt, account, browser }, now);
    const { holder } = account;
    await consumeAttempt(tx, attemptId, now);
    await saveCredential(tx, holder, hashed, now);
    await endSessionsOf(tx, { holder, because: 'password-changed' }, now);
    await tellPasswordChanged(tx, account, now);
    const happening = { stream: streamOf(holder), action: 'identity.password-replaced' };
    const personal = { device: deviceLabel(browser.agent), from: browser.prefix };
    await record(tx, { ...happening, actor: nobody, personal }, now);
  });
}

async function openAttempt(tx: Tx, token: string | undefined, now: Instant): Promise<Attempt> {
  const attempt = token === undefined ? undefined : await findAttempt(tx, tokenHash(token), now);
  if (!attempt) throw attemptOver({});
  return attempt;
}

/** The gate says that the password must be changed, and nothing else is missing. */
async function requireWay(
  tx: Tx,
  { attempt, account, browser }: { attempt: Attempt; account: Account; browser: Browser },
  now: Instant,
): Promise<void> {
  const policy = await policyOf(tx, account);
  const { kind } = decide({ kind: 'attempt', ...attempt }, 'sign-in', policy, now);
  const way = await wayToChangeOf(tx, { account, done: attempt.done, browser }, now);
  if (kind !== 'change-password' || way !== 'page') throw attemptOver({});
}
