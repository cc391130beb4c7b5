import type { Instant } from '#kernel/calendar.ts';
import { newId } from '#kernel/new-id.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Within } from '#platform/database/database.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Account, Door } from '../accounts/account.rules.ts';
import {
  checkPassword,
  settleFailed,
  settleRight,
  type CheckedTry,
  type PasswordTry,
} from '../lockout/check-password.ts';
import { refundTry } from '../lockout/reserve-try.ts';
import type { WayToChange } from '../passwords/forced/forced.rules.ts';
import { openWayToChange } from '../passwords/forced/way-to-change.ts';
import { after } from '../sessions/session.rules.ts';
import { newToken, tokenHash } from '../tokens/token.ts';
import { beginAttempt } from '../gate/attempt.store.ts';
import type { Browser } from '../gate/browser.rules.ts';
import { completeAttempt, type Completed } from '../gate/complete-attempt.ts';
import { attemptSeconds } from '../gate/gate.rules.ts';
import type { FactorType } from '../factors/factor.rules.ts';
import { methodsOf } from './prove-factor.ts';
import { safeReturn } from './return-to.rules.ts';
import { signInRefused } from './sign-in.refusals.ts';

export type SignIn = {
  readonly door: Door;
  readonly address: string;
  readonly password: string;
  readonly stay: boolean;
  readonly returnTo: string | undefined;
  readonly browser: Browser;
};

/** The password was right and more is asked for: the attempt's own cookie carries on. */
export type Waiting = {
  readonly kind: 'waiting';
  readonly attemptToken: string;
  readonly methods: readonly FactorType[];
};

/** The password is right and opens nothing any more: how its owner sets another one (PW-08). */
export type ToChange = {
  readonly kind: 'change-password';
  readonly attemptToken: string;
  readonly by: WayToChange;
};

/**
 * Signs in with a password, in committed steps: reserve the try, compute the hash outside any
 * transaction, complete. Unknown, wrong, locked, paused and disabled take the same way out (D8).
 */
export async function signIn(
  within: Within,
  command: SignIn,
  now: Instant,
): Promise<Completed | Waiting | ToChange> {
  const given: PasswordTry = { ...command, ...command.browser, where: 'sign-in' };
  const checked = await checkPassword(within, given, now);
  const outcome = await within(async (tx) => {
    const { account, isRight } = checked;
    if (isRight && account) return passed(tx, { command, checked, account }, now);
    await settleFailed(tx, checked, given, now);
    return undefined;
  });
  if (!outcome) throw signInRefused({});
  return outcome;
}

async function passed(
  tx: Tx,
  { command, checked, account }: { command: SignIn; checked: CheckedTry; account: Account },
  now: Instant,
): Promise<Completed | Waiting | ToChange | undefined> {
  await settleRight(tx, checked);
  const { browser, stay, returnTo } = command;
  const attemptId = newId('try', now);
  const attemptToken = newToken('mt');
  const attempt = await beginAttempt(
    tx,
    {
      attemptId,
      stay,
      holder: account.holder,
      done: ['password'],
      tokenHash: tokenHash(attemptToken),
      returnTo: safeReturn(returnTo, settingsOf(tx).origin),
      prefix: browser.prefix,
      agent: browser.agent,
      expiresAt: after(now, attemptSeconds),
    },
    now,
  );
  // it may have been changed while the hash was computed
  const passwordVersion = checked.version;
  const completion = await completeAttempt(tx, { attempt, browser, passwordVersion }, now);
  if (completion.kind === 'signed-in') return completion;
  await refundTry(tx, checked.attempt);
  if (completion.kind === 'deny') return undefined;
  if (completion.kind === 'change-password') {
    const by = await openWayToChange(tx, { account, done: ['password'], browser }, now);
    return { kind: 'change-password', attemptToken, by };
  }
  return { kind: 'waiting', attemptToken, methods: await methodsOf(tx, account.holder) };
}
