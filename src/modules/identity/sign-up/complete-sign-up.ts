import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid } from '#kernel/ids.ts';
import type { Within } from '#platform/database/database.ts';
import type { Tx } from '#platform/database/tx.ts';
import { addressKey } from '../accounts/address.rules.ts';
import { openAccount } from '../accounts/create-user.ts';
import { passDoor } from '../lockout/work/pass-door.ts';
import { hasher } from '../passwords/hashing.ts';
import { judgePassword } from '../passwords/judge-password.ts';
import type { Browser } from '../gate/browser.rules.ts';
import type { Completed } from '../gate/complete-attempt.ts';
import { subjectOfLink, useLink } from '../tokens/one-time.store.ts';
import { boundHash, tokenHash } from '../tokens/token.ts';
import { linkDead } from '../tokens/token.refusals.ts';
import { deadWhereTaken, enterByLink } from './enter-by-link.ts';
import { dropSignUpsOf, findSignUp, type SignUp } from './sign-up.store.ts';

/** For whom a sign-up link was made. Nothing changes: mail scanners may follow it (SE-13). */
export async function openSignUpLink(tx: Tx, token: string, now: Instant): Promise<SignUp> {
  const link = { purpose: 'sign-up', tokenHash: tokenHash(token) } as const;
  const subject = await subjectOfLink(tx, link, now);
  const signUp = subject && (await findSignUp(tx, fromUuid('sup', subject)));
  if (!signUp) throw linkDead({});
  return signUp;
}

export type CompleteSignUp = {
  readonly token: string;
  readonly password: string;
  readonly browser: Browser;
};

/**
 * Uses the mailed link: the password is chosen here and by nobody before, the user begins to exist,
 * and the first organization with them (R22, R23). Signed in through the gate, like everyone.
 */
export async function completeSignUp(
  within: Within,
  { token, password, browser }: CompleteSignUp,
  now: Instant,
): Promise<Completed> {
  // committed first: a refusal must give neither the try nor the work back
  await within((tx) => passDoor(tx, 'sign-up-link', browser, now));
  await within(async (tx) => {
    judgePassword(tx, password, await openSignUpLink(tx, token, now));
  });
  const passwordHash = await hasher.hash(password);

  return within(async (tx) => {
    const signUp = await openSignUpLink(tx, token, now);
    await takeLink(tx, { token, signUp }, now);
    const userId = await openAccount(tx, { ...signUp, passwordHash }, now).catch(deadWhereTaken);
    await dropSignUpsOf(tx, signUp.address);

    const completion = await enterByLink(tx, { userId, browser, returnTo: '/' }, now);
    if (completion.kind !== 'signed-in') throw linkDead({});
    return completion;
  });
}

async function takeLink(
  tx: Tx,
  { token, signUp }: { token: string; signUp: SignUp },
  now: Instant,
): Promise<void> {
  const isOurs = await useLink(
    tx,
    {
      purpose: 'sign-up',
      tokenHash: tokenHash(token),
      subject: toUuid(signUp.signUpId),
      boundHash: boundHash([addressKey(signUp.address)]),
    },
    now,
  );
  if (!isOurs) throw linkDead({});
}
