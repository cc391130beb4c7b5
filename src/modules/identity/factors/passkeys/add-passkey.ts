import { randomBytes } from 'node:crypto';
import { generateRegistrationOptions } from '@simplewebauthn/server';
import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { newId } from '#kernel/new-id.ts';
import type { Within } from '#platform/database/database.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Holder } from '../../accounts/account.rules.ts';
import { accountOf } from '../../accounts/account.store.ts';
import { fullName } from '../../accounts/user.rules.ts';
import { holderOf } from '../../sessions/end-sessions.ts';
import { after } from '../../sessions/session.rules.ts';
import { requireBeginning } from '../../staff/beginning/require-beginning.ts';
import { bindFactor, type Enrolled } from '../bind-factor.ts';
import { enrolmentOver, passkeyKnown, passkeyRefused } from '../factor.refusals.ts';
import { enrolSeconds, type FactorId, type PasskeyAttestation } from '../factor.rules.ts';
import { insertPending, pendingFactor } from '../factor.store.ts';
import { newChallenge, placeOfPasskeys, useChallenge } from './ask-passkey.ts';
import { judgeAttestation } from './attestation/judge-attestation.ts';
import { makersFor, type TrustedMakers } from './attestation/trusted-makers.ts';
import { algorithms, madeFor } from './made-for.ts';
import { credentialsOf, isFree, userHandleOf } from './passkey.store.ts';

/** Where the staff have passkeys only, each is a whole sign-in and verifies its holder. */
const isPasskeyOnly = (tx: Tx, { kind }: Holder): boolean =>
  kind === 'staff' && settingsOf(tx).staffFactors === 'passkey';

type SessionActor = Extract<Actor, { kind: 'user' | 'staff' }>;

/** A passkey signs in alone; a security key that only knows of a touch stands beside the password. */
export type PasskeyUse = 'passkey' | 'security-key';

/** Which window a browser opens first; every kind stays within reach. */
const hints = {
  passkey: ['client-device', 'hybrid'],
  'security-key': ['security-key'],
} as const satisfies Record<PasskeyUse, readonly string[]>;

type PasskeyBeginning = {
  readonly actor: SessionActor;
  readonly label: string;
  readonly use: PasskeyUse;
  /** Of the staff: what opens the way to a first method. */
  readonly code?: string | undefined;
};

/** Begins with a passkey: what the browser asks the authenticator to make. */
export async function beginPasskey(
  tx: Tx,
  { actor, label, use, code }: PasskeyBeginning,
  now: Instant,
): Promise<{ factorId: FactorId; options: object }> {
  const holder = holderOf(actor);
  await requireBeginning(tx, { holder, code }, now);
  const account = await accountOf(tx, holder);
  const factorId = newId('fac', now);
  const userHandle = (await userHandleOf(tx, holder)) ?? randomBytes(32);
  const expiresAt = after(now, enrolSeconds);
  await insertPending(tx, { factorId, holder, type: 'passkey', label, expiresAt, userHandle }, now);
  const challenge = await newChallenge(tx, { purpose: 'register', boundTo: factorId }, now);
  const known = await credentialsOf(tx, holder, ['active', 'suspended']);
  const { rpId, brand } = placeOfPasskeys(tx);
  const isAttested = makersFor(tx, holder) !== undefined;
  const isWhole = use === 'passkey' || isPasskeyOnly(tx, holder);
  const made = await generateRegistrationOptions({
    rpName: brand,
    rpID: rpId,
    userName: account.address,
    userDisplayName: fullName({ first: account.firstName, last: account.lastName }),
    userID: new Uint8Array(userHandle),
    challenge: new Uint8Array(challenge),
    attestationType: isAttested ? 'direct' : 'none',
    supportedAlgorithmIDs: [...algorithms],
    excludeCredentials: known.map(({ credentialId }) => ({
      id: credentialId.toString('base64url'),
    })),
    authenticatorSelection: isWhole
      ? { residentKey: 'required', userVerification: 'required' }
      : { residentKey: 'discouraged', userVerification: 'discouraged' },
  });
  // models that are named are keys, rather than this computer
  const first = isAttested ? hints['security-key'] : hints[use];
  return { factorId, options: { ...made, hints: first } };
}

/** Confirms with what the authenticator made. Its challenge is gone before it is looked at. */
export async function confirmPasskey(
  within: Within,
  command: {
    actor: SessionActor;
    factorId: FactorId;
    response: PasskeyAttestation;
    use: PasskeyUse;
  },
  now: Instant,
): Promise<Enrolled> {
  const { actor, factorId, response, use } = command;
  const pending = { factorId, holder: holderOf(actor), type: 'passkey' } as const;
  const { clientDataJSON } = response.response;
  const { waiting, challenge, ...where } = await within(async (tx) => ({
    challenge: await useChallenge(
      tx,
      { clientDataJSON, purpose: 'register', boundTo: factorId },
      now,
    ),
    waiting: await pendingFactor(tx, pending, now),
    place: placeOfPasskeys(tx),
    makers: makersFor(tx, pending.holder),
    isWhole: use === 'passkey' || isPasskeyOnly(tx, pending.holder),
  }));
  if (!waiting || challenge === undefined) throw enrolmentOver({});
  const passkey = await verified(response, { challenge, ...where }, now);
  if (!(await within((tx) => isFree(tx, passkey.credentialId)))) throw passkeyKnown({});
  const { label } = waiting;
  return bindFactor(
    within,
    { actor, confirmed: { factorId, type: 'passkey', label, passkey } },
    now,
  );
}

type Expected = {
  readonly challenge: string;
  readonly place: { readonly origin: string; readonly rpId: string };
  readonly isWhole: boolean;
  /** Who must vouch for it; undefined where nobody is asked. */
  readonly makers: TrustedMakers | undefined;
};

async function verified(response: PasskeyAttestation, expected: Expected, now: Instant) {
  const { challenge, place, isWhole, makers } = expected;
  const model = makers && judgeAttestation(response.response.attestationObject, makers, now);
  const { origin, rpId } = place;
  const made = await madeFor({ response, challenge, origin, rpId, mustVerify: isWhole });
  if (!made) throw passkeyRefused({});
  return { ...made, model };
}
