import { randomBytes } from 'node:crypto';
import { generateRegistrationOptions } from '@simplewebauthn/server';
import { nobody } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { record } from '#modules/activity/index.ts';
import type { Within } from '#platform/database/database.ts';
import type { Tx } from '#platform/database/tx.ts';
import { streamOf } from '../../accounts/account.rules.ts';
import { accountOf, lockAccount } from '../../accounts/account.store.ts';
import { passkeyRefused } from '../../factors/factor.refusals.ts';
import type { PasskeyAttestation } from '../../factors/factor.rules.ts';
import { newChallenge, placeOfPasskeys, useChallenge } from '../../factors/passkeys/ask-passkey.ts';
import { algorithms, madeFor } from '../../factors/passkeys/made-for.ts';
import { tellOwner } from '../../factors/tell-owner.ts';
import type { SignedMessage } from '../push.rules.ts';
import { claimed } from '../signed.ts';
import { signingApp } from '../signing-app.ts';
import { screenLockKept } from './screen-lock.refusals.ts';
import { beginningPayload, keepingPayload } from './screen-lock.rules.ts';
import { insertScreenLock, screenLockOf } from './screen-lock.store.ts';

/** From the moment its phone brought a key, before the desktop finishes too. */
const standing = ['pending', 'active'] as const;

/**
 * Begins with the screen lock of a phone: what its browser asks it to make. It is no passkey of the
 * account: it has a handle of its own, and the door finds it in no list (3.10).
 */
export async function beginScreenLock(
  tx: Tx,
  message: SignedMessage,
  now: Instant,
): Promise<object> {
  const said = claimed(beginningPayload, message);
  const { factorId } = said;
  const { holder } = await signingApp(tx, { message, said }, standing, now);
  if (await screenLockOf(tx, factorId)) throw screenLockKept({});
  const account = await accountOf(tx, holder);
  const challenge = await newChallenge(tx, { purpose: 'screen-lock', boundTo: factorId }, now);
  const { rpId, brand } = placeOfPasskeys(tx);
  const name = `${account.address} · Atrio Authenticator`;
  return generateRegistrationOptions({
    rpName: brand,
    rpID: rpId,
    userName: name,
    userDisplayName: name,
    userID: new Uint8Array(randomBytes(32)),
    challenge: new Uint8Array(challenge),
    attestationType: 'none',
    supportedAlgorithmIDs: [...algorithms],
    authenticatorSelection: {
      authenticatorAttachment: 'platform',
      residentKey: 'discouraged',
      userVerification: 'required',
    },
  });
}

/**
 * Keeps what the phone made: from now on its approvals want it. The first stays, so that whoever
 * holds an open phone puts nothing else in its place; pairing anew is the way to another one.
 */
export async function keepScreenLock(
  within: Within,
  { message, response }: { message: SignedMessage; response: PasskeyAttestation },
  now: Instant,
): Promise<void> {
  const said = claimed(keepingPayload, message);
  const { factorId } = said;
  const { clientDataJSON } = response.response;
  const { challenge, place } = await within(async (tx) => {
    await signingApp(tx, { message, said }, standing, now);
    const given = { clientDataJSON, purpose: 'screen-lock', boundTo: factorId } as const;
    return { challenge: await useChallenge(tx, given, now), place: placeOfPasskeys(tx) };
  });
  if (challenge === undefined || response.id !== said.credentialId) throw passkeyRefused({});
  const made = await madeFor({ response, challenge, ...place, mustVerify: true });
  if (!made) throw passkeyRefused({});
  await within(async (tx) => {
    const { holder } = await signingApp(tx, { message, said }, standing, now);
    // one after the other with approvals, so that none begun without it comes after it
    const account = await lockAccount(tx, holder);
    const { state, label } = await signingApp(tx, { message, said }, standing, now);
    if (!(await insertScreenLock(tx, { ...made, factorId }, now))) throw screenLockKept({});
    // what is not finished yet is told when it is
    if (state !== 'active') return;
    const about = { kind: 'factor', id: factorId, label };
    const happening = { stream: streamOf(holder), actor: nobody, about } as const;
    await record(tx, { ...happening, action: 'identity.screen-lock-added' }, now);
    await tellOwner(tx, account, { happened: 'screen-lock', type: 'push', label }, now);
  });
}
