import { settingsOf } from '#platform/database/surroundings.ts';
import type { Instant } from '#kernel/calendar.ts';
import { newId } from '#kernel/new-id.ts';
import type { Within } from '#platform/database/database.ts';
import type { Tx } from '#platform/database/tx.ts';
import { reserveAll } from '#platform/throttle/throttle.ts';
import type { Door } from '../../accounts/account.rules.ts';
import { lockAccount } from '../../accounts/account.store.ts';
import { endRest } from '../../authenticator/app.store.ts';
import { noCandidate, type Candidate, type Claim } from '../../factors/asking/kind.ts';
import { isAsked } from '../../factors/counting/asked-factors.ts';
import type { PasskeyAssertion } from '../../factors/factor.rules.ts';
import {
  passkeyRequest,
  placeOfPasskeys,
  useChallenge,
} from '../../factors/passkeys/ask-passkey.ts';
import { checkPasskey } from '../../factors/passkeys/check-passkey.ts';
import { findPasskey, type Passkey } from '../../factors/passkeys/passkey.store.ts';
import { beginAttempt } from '../../gate/attempt.store.ts';
import type { Browser } from '../../gate/browser.rules.ts';
import { completeAttempt, type Completed } from '../../gate/complete-attempt.ts';
import { attemptSeconds } from '../../gate/gate.rules.ts';
import { doorBudgets } from '../../lockout/door-budget.rules.ts';
import { passDoor } from '../../lockout/work/pass-door.ts';
import { after } from '../../sessions/session.rules.ts';
import { newToken, tokenHash } from '../../tokens/token.ts';
import { safeReturn } from '../return-to.rules.ts';
import { signInRefused } from '../sign-in.refusals.ts';

export type DoorRequest = { readonly options: object; readonly browserToken: string };

/**
 * What a passkey at the door is asked to sign. No list of passkeys: whose it is, the passkey says.
 * The challenge is bound to this browser by the cookie of unfinished sign-ins.
 */
export async function askAtDoor(
  tx: Tx,
  { browserToken, prefix }: { browserToken: string | undefined; prefix: string },
  now: Instant,
): Promise<DoorRequest> {
  await reserveAll(tx, doorBudgets('passkey-challenge', prefix), now);
  const token = browserToken ?? newToken('mt');
  const request = {
    purpose: 'door',
    boundTo: boundTo(token),
    userVerification: 'required',
  } as const;
  return { options: await passkeyRequest(tx, request, now), browserToken: token };
}

export type PasskeySignIn = {
  readonly door: Door;
  readonly assertion: PasskeyAssertion;
  readonly browserToken: string | undefined;
  readonly stay: boolean;
  readonly returnTo: string | undefined;
  readonly browser: Browser;
};

/**
 * Signs in with a passkey alone, where it verified its holder by flag (MF-15). A lock for strange
 * browsers does not stop it (LK-05); every refusal sounds like the door's (D8).
 */
export async function signInWithPasskey(
  within: Within,
  command: PasskeySignIn,
  now: Instant,
): Promise<Completed> {
  const { candidate, passkey } = await within((tx) => found(tx, command, now));
  const claim = await candidate();
  const completed =
    claim && passkey && (await within((tx) => enter(tx, { command, passkey, claim }, now)));
  if (!completed) throw signInRefused({});
  return completed;
}

/** The challenge is used up here, whatever becomes of the answer. */
async function found(
  tx: Tx,
  { door, assertion, browserToken, browser }: PasskeySignIn,
  now: Instant,
): Promise<{ candidate: Candidate; passkey: Passkey | undefined }> {
  await passDoor(tx, 'passkey', browser, now);
  const { clientDataJSON } = assertion.response;
  const of = { clientDataJSON, purpose: 'door', boundTo: boundTo(browserToken ?? '') } as const;
  const challenge = await useChallenge(tx, of, now);
  const credentialId = Buffer.from(assertion.id, 'base64url');
  const passkey = await findPasskey(tx, { door, credentialId });
  if (challenge === undefined || !passkey) return { candidate: noCandidate, passkey };
  const { origin, rpId } = placeOfPasskeys(tx);
  const check = { passkey, assertion, challenge, origin, rpId, isWhole: true };
  return { candidate: checkPasskey(check), passkey };
}

/** Undefined where the passkey may not be used after all; what was noted of it stays noted. */
async function enter(
  tx: Tx,
  { command, passkey, claim }: { command: PasskeySignIn; passkey: Passkey; claim: Claim },
  now: Instant,
): Promise<Completed | undefined> {
  const { holder } = passkey;
  const { browser, stay, returnTo } = command;
  await lockAccount(tx, holder);
  if (!(await isAsked(tx, holder, claim))) return undefined;
  if (!(await claim.take(tx, now))) return undefined;
  await endRest(tx, holder, now);
  const attemptId = newId('try', now);
  const begun = {
    attemptId,
    holder,
    stay,
    done: [claim.proof],
    tokenHash: tokenHash(newToken('mt')),
    returnTo: safeReturn(returnTo, settingsOf(tx).origin),
    prefix: browser.prefix,
    agent: browser.agent,
    expiresAt: after(now, attemptSeconds),
    restrictedUntil: claim.restrictedUntil,
  };
  const attempt = await beginAttempt(tx, begun, now);
  const completion = await completeAttempt(tx, { attempt, browser }, now);
  return completion.kind === 'signed-in' ? completion : undefined;
}

const boundTo = (token: string): string => tokenHash(token).toString('hex');
