import type { Instant } from '#kernel/calendar.ts';
import { isStrong } from '../factors/factor.rules.ts';

/** What a person can prove with. A mailed link opens accounts and is no factor (MF-10). */
export type Proof =
  | 'password'
  | 'mailed-link'
  | 'totp'
  | 'push'
  | 'sms'
  /** A passkey that verified its holder: knows or sees who they are, so it can be the whole sign-in. */
  | 'passkey'
  /** One that only knows that somebody touched it. */
  | 'security-key'
  | 'emergency';

/** What is known about who asks: an unfinished sign-in, or a session. */
export type Evidence =
  | {
      readonly kind: 'attempt';
      readonly done: readonly Proof[];
      readonly expiresAt: Instant;
      readonly consumedAt: Instant | undefined;
      /** Of the password that was typed just now; absent where that was an earlier step. */
      readonly passwordVersion?: number | undefined;
    }
  | {
      readonly kind: 'session';
      readonly freshUntil: Instant | undefined;
      /** Two where a second factor was proven, not longer ago than a day (SE-06). */
      readonly level: 1 | 2;
      /** An emergency code opened it: the factors themselves may be lost. */
      readonly isRestricted: boolean;
    };

/** Protective: it only adds protection or takes sessions away, and so is open to weaker proofs. */
export type GateAction = 'sign-in' | 'sensitive' | 'protective' | 'ordinary';

/** What holds for this account now: its state, and what its organizations ask of it. */
export type Policy = {
  readonly isDisabled: boolean;
  /** Second factors of which one must be proven; none where the password is enough. */
  readonly secondFactors: readonly Proof[];
  /** The password is right and opens nothing: another one must be set first (PW-08). */
  readonly isPasswordDoubted?: boolean;
  /** A password that was proven before is not the present one any more. */
  readonly passwordSetAt?: Instant | undefined;
  readonly passwordVersion?: number | undefined;
};

export type Decision =
  | { readonly kind: 'allow'; readonly aal: 1 | 2 }
  | { readonly kind: 'need'; readonly anyOf: readonly Proof[] }
  | { readonly kind: 'change-password' }
  | {
      readonly kind: 'deny';
      readonly because: 'disabled' | 'over' | 'nothing-proven' | 'too-weak';
    };

/** Sensitive changes want a proof that is not older (SU-06). */
export const freshSeconds = 10 * 60;

/** What cannot be undone wants one that was made for it, and a younger one. */
export const criticalSeconds = 5 * 60;

/** How long an attempt waits for its next proof. */
export const attemptSeconds = 10 * 60;

/**
 * The gate: whether who asks may sign in or act, what is missing, or why not. Every road into the
 * house asks it, and nothing is decided about sessions elsewhere.
 */
export function decide(
  evidence: Evidence,
  action: GateAction,
  policy: Policy,
  now: Instant,
): Decision {
  if (policy.isDisabled) return { kind: 'deny', because: 'disabled' };
  if (evidence.kind === 'attempt') {
    if (action !== 'sign-in') return denied('over');
    const decision = decideSignIn(evidence, policy, now);
    const isDoubted = policy.isPasswordDoubted && evidence.done.includes('password');
    return decision.kind === 'allow' && isDoubted ? { kind: 'change-password' } : decision;
  }
  if (action === 'sign-in') return denied('over');
  if (action === 'sensitive' && isWeak(policy)) return { kind: 'deny', because: 'too-weak' };
  if (action === 'ordinary' || isProven(evidence, policy, now)) {
    return { kind: 'allow', aal: evidence.level };
  }
  const isEnough = !policy.secondFactors.some(isStrong) || evidence.isRestricted;
  return { kind: 'need', anyOf: isEnough ? ['password'] : policy.secondFactors };
}

/**
 * Second factors, of which none says who is asking: texts, or the sheet where all others are lost.
 * They open the door and confirm nothing (SU-02).
 */
const isWeak = ({ secondFactors }: Policy): boolean =>
  secondFactors.length > 0 && !secondFactors.some(isStrong);

/**
 * Proven lately, in a session that proved a second factor where the account has one by now (SU-03,
 * AT-07).
 */
function isProven(
  session: Extract<Evidence, { kind: 'session' }>,
  policy: Policy,
  now: Instant,
): boolean {
  const isFresh = session.freshUntil !== undefined && now < session.freshUntil;
  return isFresh && (policy.secondFactors.length === 0 || session.level === 2);
}

/** How long a second factor counts in a session that stays (SE-06). */
export const levelSeconds = 24 * 60 * 60;

/** The level of a session now: what was proven longer than a day ago counts as one factor. */
export function levelOf({ aal, provenAt }: { aal: 1 | 2; provenAt: Instant }, now: Instant): 1 | 2 {
  const isRecent = now.getTime() - provenAt.getTime() < levelSeconds * 1000;
  return aal === 2 && isRecent ? 2 : 1;
}

function decideSignIn(
  attempt: Extract<Evidence, { kind: 'attempt' }>,
  policy: Policy,
  now: Instant,
): Decision {
  if (attempt.consumedAt !== undefined || attempt.expiresAt <= now) return denied('over');
  if (isOfOldPassword(attempt, policy)) return denied('over');
  if (!attempt.done.some((proof) => firstProofs.has(proof))) return denied('nothing-proven');
  if (policy.secondFactors.length === 0) return { kind: 'allow', aal: 1 };
  const isDone = policy.secondFactors.some((factor) => attempt.done.includes(factor));
  return isDone ? { kind: 'allow', aal: 2 } : { kind: 'need', anyOf: policy.secondFactors };
}

/** It proved another password than the present one, or began before that was set. */
function isOfOldPassword(
  { done, expiresAt, passwordVersion }: Extract<Evidence, { kind: 'attempt' }>,
  { passwordSetAt, passwordVersion: present }: Policy,
): boolean {
  if (passwordSetAt === undefined || !done.includes('password')) return false;
  if (passwordVersion !== undefined && passwordVersion !== present) return true;
  return expiresAt.getTime() - attemptSeconds * 1000 < passwordSetAt.getTime();
}

const firstProofs = new Set<Proof>(['password', 'mailed-link', 'passkey']);

function denied(because: 'over' | 'nothing-proven'): Decision {
  return { kind: 'deny', because };
}
