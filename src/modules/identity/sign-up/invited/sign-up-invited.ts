import type { Instant } from '#kernel/calendar.ts';
import type { Within } from '#platform/database/database.ts';
import type { Tx } from '#platform/database/tx.ts';
import { openInvitedAccount } from '../../accounts/create-user.ts';
import type { NewUser } from '../../accounts/user.rules.ts';
import type { Browser } from '../../gate/browser.rules.ts';
import type { Completed } from '../../gate/complete-attempt.ts';
import { passDoor } from '../../lockout/work/pass-door.ts';
import { hasher } from '../../passwords/hashing.ts';
import { judgePassword } from '../../passwords/judge-password.ts';
import type { Waiting } from '../../sign-in/sign-in.ts';
import { linkDead } from '../../tokens/token.refusals.ts';
import { deadWhereTaken, enterByLink } from '../enter-by-link.ts';
import { dropSignUpsOf } from '../sign-up.store.ts';
import { invitedAddress, invitedSignedUp } from './invitation-news.ts';

export type SignUpInvited = {
  readonly token: string;
  /** What the person says; the address is the invitation's. */
  readonly person: Omit<NewUser, 'address'>;
  readonly password: string;
  readonly browser: Browser;
};

/**
 * Opens an account through an invitation (R24): the token came to the invited mailbox and proves
 * it. The user joins the organization that invites and gets none of their own (D3).
 */
export async function signUpInvited(
  within: Within,
  { token, person, password, browser }: SignUpInvited,
  now: Instant,
): Promise<Completed | Waiting> {
  // committed first: a refusal must give neither the try nor the work back
  await within((tx) => passDoor(tx, 'sign-up-link', browser, now));
  await within(async (tx) => {
    judgePassword(tx, password, { ...person, address: await addressOf(tx, token, now) });
  });
  const passwordHash = await hasher.hash(password);

  return within(async (tx) => {
    const address = await addressOf(tx, token, now);
    const user = { ...person, address, passwordHash };
    const userId = await openInvitedAccount(tx, user, now).catch(deadWhereTaken);
    await dropSignUpsOf(tx, address);
    const returnTo = await invitedSignedUp.announce(tx, { token, userId }, now);
    return enterByLink(tx, { userId, browser, returnTo }, now);
  });
}

async function addressOf(tx: Tx, token: string, now: Instant): Promise<string> {
  const address = await invitedAddress.announce(tx, { token }, now);
  if (address === undefined) throw linkDead({});
  return address;
}
