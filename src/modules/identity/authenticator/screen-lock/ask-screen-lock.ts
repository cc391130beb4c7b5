import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { FactorId, PasskeyAssertion } from '../../factors/factor.rules.ts';
import {
  passkeyRequest,
  placeOfPasskeys,
  useChallenge,
} from '../../factors/passkeys/ask-passkey.ts';
import { signedWith, type SignedCheck } from '../../factors/passkeys/signed-with.ts';
import { appRefused } from '../push.refusals.ts';
import type { SignedMessage } from '../push.rules.ts';
import { claimed } from '../signed.ts';
import { signingApp } from '../signing-app.ts';
import { screenLockNeeded } from './screen-lock.refusals.ts';
import { approvingPayload } from './screen-lock.rules.ts';
import { screenLockOf } from './screen-lock.store.ts';

/** What the screen lock is to sign: the approval of this one request, by this one phone. */
export async function askScreenLock(tx: Tx, message: SignedMessage, now: Instant) {
  const said = claimed(approvingPayload, message);
  const { factorId, attempt } = said;
  await signingApp(tx, { message, said }, ['active'], now);
  const lock = await screenLockOf(tx, factorId);
  if (!lock) throw appRefused({});
  const boundTo = placeOf({ factorId, attempt });
  const allowed = [lock.credentialId];
  const request = { purpose: 'approve', boundTo, allowed, userVerification: 'required' } as const;
  return passkeyRequest(tx, { ...request, isOnDevice: true }, now);
}

/** What an approval is checked against, outside any transaction. */
export type LockCheck = Omit<SignedCheck, 'mustVerify' | 'challenge'> & {
  /** Undefined: it was never asked for, is used, too old or for another request. */
  readonly challenge: string | undefined;
};

/**
 * Reads what an approval must be signed with, and uses its challenge up; undefined where this phone
 * shows no screen lock. An approval without it is no approval where there is one.
 */
export async function lockCheckOf(
  tx: Tx,
  given: {
    readonly factorId: FactorId;
    readonly attempt: string;
    readonly assertion: PasskeyAssertion | undefined;
  },
  now: Instant,
): Promise<LockCheck | undefined> {
  const { factorId, assertion } = given;
  const passkey = await screenLockOf(tx, factorId);
  if (!passkey) return undefined;
  if (!assertion) throw screenLockNeeded({});
  const { clientDataJSON } = assertion.response;
  const claim = { clientDataJSON, purpose: 'approve', boundTo: placeOf(given) } as const;
  const challenge = await useChallenge(tx, claim, now);
  const { origin, rpId } = placeOfPasskeys(tx);
  return { passkey, assertion, challenge, origin, rpId };
}

/** The count of the phone; refused where it did not verify who holds it. */
export async function countOf({ challenge, ...check }: LockCheck): Promise<number> {
  if (challenge === undefined) throw screenLockNeeded({});
  const signed = await signedWith({ ...check, challenge, mustVerify: true });
  if (!signed) throw screenLockNeeded({});
  return signed.count;
}

const placeOf = ({ factorId, attempt }: { factorId: FactorId; attempt: string }): string =>
  `${factorId} ${attempt}`;
