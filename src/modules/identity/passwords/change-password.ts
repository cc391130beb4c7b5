import type { Instant } from '#kernel/calendar.ts';
import { record } from '#modules/activity/index.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Within } from '#platform/database/database.ts';
import type { Tx } from '#platform/database/tx.ts';
import { streamOf } from '../accounts/account.rules.ts';
import type { Account } from '../accounts/account.rules.ts';
import { lockAccount } from '../accounts/account.store.ts';
import { tellPhone } from '../factors/sms/notices/tell-phone.ts';
import { refuseRestricted } from '../gate/require-strength.ts';
import { tellEveryAddress } from '../notices/tell-every-address.ts';
import { requireFreshProof } from '../sessions/authenticate.ts';
import { endSessionsOf } from '../sessions/end-sessions.ts';
import {
  provePassword,
  settleProven,
  withProven,
  type Proving,
} from '../sign-in/prove-password.ts';
import { rotate, type Rotated } from '../sign-in/step-up.ts';
import { stepUpAsked } from '../sign-in/step-up-ways.ts';
import { saveCredential } from './credential.store.ts';
import { hasher } from './hashing.ts';
import { judgePassword } from './judge-password.ts';
import { passwordChanged } from './password-changed.letter.ts';

export type PasswordChange = Omit<Proving, 'where'> & { readonly next: string };

/**
 * Changes the password of who is signed in; the current one is the proof, and a wrong one counts as
 * a failed try (PW-07). Every other session ends, and the owner is told.
 */
export async function changePassword(
  within: Within,
  { next, ...proving }: PasswordChange,
  now: Instant,
): Promise<Rotated & { readonly ended: number }> {
  const { actor } = proving;
  const { sessionId } = actor;
  await within(async (tx) => {
    // who has a second factor proves it too: the password alone changes nothing (SU-01, SU-02)
    const { isProtected, account } = await stepUpAsked(tx, { actor }, now);
    if (isProtected) await requireFreshProof(tx, { sessionId, action: 'protective' }, now);
    refuseRestricted(actor, now);
    judgePassword(tx, next, account);
  });
  const proven = await provePassword(within, { ...proving, where: 'password-change' }, now);
  const hashed = await hasher.hash(next);

  return withProven(within, proven, async (tx) => {
    const { holder } = proven.account;
    const account = await lockAccount(tx, holder);
    const session = await settleProven(tx, proven, now);
    await saveCredential(tx, holder, hashed, now);
    const rotated = await rotate(tx, session, now);
    const others = { holder, except: actor.sessionId, because: 'password-changed' } as const;
    const ended = await endSessionsOf(tx, others, now);
    await tellPasswordChanged(tx, account, now);
    const happening = { stream: streamOf(holder), action: 'identity.password-changed', actor };
    await record(tx, { ...happening, facts: { ended } }, now);
    return { ...rotated, ended };
  });
}

/** Every change of a password is told to its owner (SU-04). */
export async function tellPasswordChanged(tx: Tx, account: Account, now: Instant): Promise<void> {
  const link = `${settingsOf(tx).origin}/recover`;
  await tellPhone(tx, account, now);
  const facts = { at: now, link };
  await tellEveryAddress(tx, account, { letter: passwordChanged, facts }, now);
}
