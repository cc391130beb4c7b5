import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { newId } from '#kernel/new-id.ts';
import type { Within } from '#platform/database/database.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { accountOf } from '../../accounts/account.store.ts';
import { bindFactor, type Enrolled } from '../../factors/bind-factor.ts';
import { enrolmentOver } from '../../factors/factor.refusals.ts';
import { enrolSeconds, type FactorId } from '../../factors/factor.rules.ts';
import { insertPending, pendingFactor } from '../../factors/factor.store.ts';
import { pictureOf } from '../../factors/totp/add-totp.ts';
import { newSeed } from '../../factors/totp/totp.ts';
import { holderOf } from '../../sessions/end-sessions.ts';
import { after } from '../../sessions/session.rules.ts';
import { tokenHash } from '../../tokens/token.ts';
import { appNameOf } from './app-name.rules.ts';
import { insertApp, keepKey, pairedKey, takePairing } from '../app.store.ts';
import { notPaired, pairingOver } from '../push.refusals.ts';
import { pairingPayload, type SignedMessage } from '../push.rules.ts';
import { appKey, claimed, requireSigned } from '../signed.ts';

type SessionActor = Extract<Actor, { kind: 'user' | 'staff' }>;

/** Begins with an app: 128 random bits for it to scan, good once and for ten minutes. */
export async function beginPush(
  tx: Tx,
  { actor, label }: { actor: SessionActor; label: string },
  now: Instant,
) {
  const factorId = newId('fac', now);
  const code = randomBytes(16).toString('base64url');
  const expiresAt = after(now, enrolSeconds);
  const holder = holderOf(actor);
  // the seed makes the app's codes for a phone without a network
  const pending = { factorId, holder, type: 'push', label, expiresAt, secret: newSeed() } as const;
  await insertPending(tx, pending, now);
  await insertApp(tx, { factorId, codeHash: tokenHash(code) });
  // in the fragment: it reaches no server, log or referrer
  const address = `${settingsOf(tx).origin}/authenticator#${code}`;
  return { factorId, code, address, picture: pictureOf(address), expiresAt };
}

/** An app brings its key, and what it signed with it. The code is used up, whoever was first. */
export async function pairApp(
  tx: Tx,
  { message, publicKey }: { message: SignedMessage; publicKey: Buffer },
  now: Instant,
) {
  const { origin, brand } = settingsOf(tx);
  const said = claimed(pairingPayload, message);
  requireSigned(message, { key: appKey(publicKey), origin, said }, now);
  const taken = await takePairing(tx, tokenHash(said.code), now);
  if (!taken) throw pairingOver({});
  const { factorId, holder } = taken;
  await keepKey(tx, factorId, publicKey);
  const waiting = await pendingFactor(tx, { factorId, holder, type: 'push' }, now);
  if (!waiting?.secret) throw pairingOver({});
  const { address } = await accountOf(tx, holder);
  return { factorId, service: brand, account: address, seed: waiting.secret };
}

/** The two words of the app that brought its key; undefined while none has. */
export async function pairedName(
  tx: Tx,
  { actor, factorId }: { actor: SessionActor; factorId: FactorId },
): Promise<string | undefined> {
  const key = await pairedKey(tx, { factorId, holder: holderOf(actor) });
  return key && appNameOf(createHash('sha256').update(key).digest());
}

/** The person compared the two words: the app is a factor from now on. */
export async function confirmPush(
  within: Within,
  { actor, factorId }: { actor: SessionActor; factorId: FactorId },
  now: Instant,
): Promise<Enrolled> {
  const pending = { factorId, holder: holderOf(actor), type: 'push' } as const;
  const { waiting, key } = await within(async (tx) => ({
    waiting: await pendingFactor(tx, pending, now),
    key: await pairedKey(tx, pending),
  }));
  if (!waiting) throw enrolmentOver({});
  if (!key) throw notPaired({});
  const { label } = waiting;
  return bindFactor(within, { actor, confirmed: { factorId, type: 'push', label } }, now);
}
