import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { record } from '#modules/activity/index.ts';
import type { Within } from '#platform/database/database.ts';
import type { Tx } from '#platform/database/tx.ts';
import { streamOf, type Account } from '../accounts/account.rules.ts';
import { lockAccount } from '../accounts/account.store.ts';
import {
  checkFactor,
  noteWrongFactor,
  takeFactor,
  type FactorCheck,
} from '../factors/asking/check-factor.ts';
import { isAsked } from '../factors/counting/asked-factors.ts';
import { factorWrong } from '../factors/factor.refusals.ts';
import { isStrong, type FactorAnswer } from '../factors/factor.rules.ts';
import type { Claim } from '../factors/asking/kind.ts';
import { refundTry } from '../lockout/reserve-try.ts';
import { holderOf } from '../sessions/end-sessions.ts';
import { after } from '../sessions/session.rules.ts';
import type { RotatedSession } from '../sessions/session-strength.rules.ts';
import { rotateSession } from '../sessions/renewal/renewal.store.ts';
import { sessionOf, type Session } from '../sessions/session.store.ts';
import { newToken, tokenHash } from '../tokens/token.ts';
import type { Browser } from '../gate/browser.rules.ts';
import { saveActionProof } from '../gate/action-proof.store.ts';
import { criticalSeconds, freshSeconds } from '../gate/gate.rules.ts';
import { provePassword, settleProven, type Proven } from './prove-password.ts';
import { proofIncomplete, proveWithAnother, stepUpNeeded } from './sign-in.refusals.ts';
import type { CriticalAction } from './sign-in.refusals.ts';
import { isEnough, mayBegin } from './step-up.rules.ts';
import { askedIn, stepUpAsked } from './step-up-ways.ts';

type SessionActor = Extract<Actor, { kind: 'user' | 'staff' }>;

export type StepUp = {
  readonly actor: SessionActor;
  readonly password?: string | undefined;
  readonly factor?: FactorAnswer | undefined;
  /** For what; absent: for what is sensitive. */
  readonly critical?: CriticalAction | undefined;
  readonly browser: Browser;
};

/** What the route puts into the cookie; the token before is dead (settled 18). */
export type Rotated = {
  readonly sessionToken: string;
  readonly freshUntil: Instant;
  /** Absent: the cookie goes with the browser. */
  readonly cookieSeconds: number | undefined;
};

/**
 * Proves who is asking as well as the account can (SU-02); sensitive changes are open for ten
 * minutes, and the critical one that it was made for, once, for five (SU-06). Wrong passwords and
 * codes count as at the door (AT-13).
 */
export async function stepUp(within: Within, command: StepUp, now: Instant): Promise<Rotated> {
  const { actor, password, factor, critical, browser } = command;
  const asked = await within((tx) => stepUpAsked(tx, { actor, critical }, now));
  if (!mayBegin(asked, { hasPassword: password !== undefined, method: factor?.method })) {
    throw proofIncomplete({});
  }
  const where = 'step-up' as const;
  const proven =
    password === undefined
      ? undefined
      : await provePassword(within, { actor, password, browser, where }, now);
  const about = askedIn({ account: asked.account, actor, critical });
  const check: FactorCheck | undefined = factor && { asked: about, answer: factor, browser };
  const claim = check && (await checked(within, { check, proven }, now));
  const outcome = await within((tx) => settle(tx, { actor, critical, proven, check, claim }, now));
  if (outcome === 'wrong') throw factorWrong({});
  if (outcome === 'incomplete') throw proofIncomplete({});
  if (outcome === 'itself') throw proveWithAnother({});
  return outcome;
}

/** A refused try of the factor gives the password's back: it was right. */
async function checked(
  within: Within,
  { check, proven }: { check: FactorCheck; proven: Proven | undefined },
  now: Instant,
): Promise<Claim | undefined> {
  try {
    return await checkFactor(within, check, now);
  } catch (refusal) {
    if (proven) await within((tx) => refundTry(tx, proven.checked.attempt));
    throw refusal;
  }
}

async function settle(
  tx: Tx,
  given: {
    actor: SessionActor;
    critical: CriticalAction | undefined;
    proven: Proven | undefined;
    check: FactorCheck | undefined;
    claim: Claim | undefined;
  },
  now: Instant,
): Promise<Rotated | 'wrong' | 'incomplete' | 'itself'> {
  const { actor, critical, proven, check, claim } = given;
  const account = await lockAccount(tx, holderOf(actor));
  const session = await sessionOf(tx, actor.sessionId, now);
  if (!session) throw stepUpNeeded({});
  if (check && !(await takeFactor(tx, { claim, check }, now))) {
    if (proven) await refundTry(tx, proven.checked.attempt);
    await noteWrongFactor(tx, check, now, actor);
    return 'wrong';
  }
  if (proven) await settleProven(tx, proven, now);
  const asked = await stepUpAsked(tx, { actor, critical }, now);
  if (claim && claim.factorId === asked.spared) return 'itself';
  if (claim && !(await isAsked(tx, account.holder, claim))) return 'incomplete';
  if (!isEnough(asked, { hasPassword: proven !== undefined, proof: claim?.proof })) {
    return 'incomplete';
  }
  const rotated = await rotate(tx, session, now, strengthOf(claim));
  if (critical) {
    const { sessionId } = session;
    const expiresAt = after(now, criticalSeconds);
    await saveActionProof(tx, { sessionId, critical, factorId: claim?.factorId, expiresAt });
  }
  await noteStepUp(tx, { account, actor, claim }, now);
  return rotated;
}

async function noteStepUp(
  tx: Tx,
  { account, actor, claim }: { account: Account; actor: Actor; claim: Claim | undefined },
  now: Instant,
): Promise<void> {
  const facts = claim === undefined ? {} : { method: claim.proof };
  const action = claim === undefined ? 'identity.stepped-up' : 'identity.stepped-up-strongly';
  await record(tx, { stream: streamOf(account.holder), action, actor, facts }, now);
}

type Strength = Partial<Pick<RotatedSession, 'aal' | 'proof' | 'isFree' | 'freshUntil'>>;

/** A second factor raises the session; one that is not bound after an emergency code frees it. */
function strengthOf(claim: Claim | undefined): Strength {
  if (!claim || !isStrong(claim.proof)) return {};
  return { aal: 2, proof: claim.proof, isFree: claim.restrictedUntil === undefined };
}

/** Gives the session its next token and a fresh proof, unless what was proven makes none. */
export async function rotate(
  tx: Tx,
  session: Session,
  now: Instant,
  strength: Strength = {},
): Promise<Rotated> {
  const { sessionId, stay, endsAt } = session;
  const sessionToken = newToken('ms');
  const { freshUntil = after(now, freshSeconds) } = strength;
  const next = { sessionId, tokenHash: tokenHash(sessionToken), ...strength, freshUntil };
  if (!(await rotateSession(tx, next, now))) throw stepUpNeeded({});
  const left = Math.ceil((endsAt.getTime() - now.getTime()) / 1000);
  return { sessionToken, freshUntil, cookieSeconds: stay ? left : undefined };
}
