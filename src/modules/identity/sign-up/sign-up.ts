import type { Instant } from '#kernel/calendar.ts';
import { toUuid } from '#kernel/ids.ts';
import { newId } from '#kernel/new-id.ts';
import { queue } from '#modules/messages/index.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { isGranted } from '#platform/throttle/throttle.ts';
import { addressKey } from '../accounts/address.rules.ts';
import { fullName, type NewUser } from '../accounts/user.rules.ts';
import { findUserByAddress } from '../accounts/user.store.ts';
import { mailBudget } from '../lockout/door-budget.rules.ts';
import { passDoor } from '../lockout/work/pass-door.ts';
import { after } from '../sessions/session.rules.ts';
import { insertSignUpAttempt } from '../gate/attempt.store.ts';
import type { Browser } from '../gate/browser.rules.ts';
import { insertLink } from '../tokens/one-time.store.ts';
import { boundHash, newToken, tokenHash } from '../tokens/token.ts';
import { alreadyHaveAccount } from './already-have-account.letter.ts';
import { insertSignUp } from './sign-up.store.ts';
import { verifyAddress } from './verify-address.letter.ts';

export const signUpHours = 24;

/**
 * Begins an account. Whoever asks learns nothing: the same rows are written and one mail goes out,
 * whether or not the address has an account (3.3). Gives the token of this browser's attempt.
 */
export async function signUp(
  tx: Tx,
  { person, browser }: { person: NewUser; browser: Browser },
  now: Instant,
): Promise<{ attemptToken: string }> {
  await passDoor(tx, 'sign-up', browser, now);
  const { address } = person;
  const signUpId = newId('sup', now);
  const expiresAt = after(now, signUpHours * 3600);
  await insertSignUp(tx, { signUpId, expiresAt, ...person }, now);
  const token = newToken('ml');
  await insertLink(
    tx,
    {
      id: toUuid(newId('lnk', now)),
      purpose: 'sign-up',
      subject: toUuid(signUpId),
      expiresAt,
      boundHash: boundHash([addressKey(address)]),
      tokenHash: tokenHash(token),
    },
    now,
  );
  const attemptToken = newToken('mt');
  const { agent, prefix } = browser;
  const attemptId = newId('try', now);
  const attempt = { attemptId, tokenHash: tokenHash(attemptToken), address, prefix, agent };
  await insertSignUpAttempt(tx, { ...attempt, expiresAt }, now);
  await write(tx, { person, token }, now);
  return { attemptToken };
}

/** One mail, until the address had too many: then none, and the answer is still the same. */
async function write(
  tx: Tx,
  { person, token }: { person: NewUser; token: string },
  now: Instant,
): Promise<void> {
  const { address, language } = person;
  const budget = { key: `mail:sign-up:${addressKey(address)}`, budget: mailBudget };
  if (!(await isGranted(tx, budget, now))) return;
  const { origin } = settingsOf(tx);
  const known = await findUserByAddress(tx, address);
  if (known) {
    const { userId, address: mailbox, name, language: reads } = known;
    const to = { userId, address: mailbox, name: fullName(name), language: reads };
    const links = { signIn: `${origin}/sign-in`, recover: `${origin}/recover` };
    return queue(tx, alreadyHaveAccount, links, to, now);
  }
  const link = `${origin}/verify#${token}`;
  // greeted by no name: whoever typed it may have wanted to write to somebody else in our name
  const to = { address, language };
  return queue(tx, verifyAddress, { link, hours: signUpHours }, to, now);
}
