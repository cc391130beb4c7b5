import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Account } from '../../accounts/account.rules.ts';
import type { Proof } from '../../gate/gate.rules.ts';
import type { AnswerOf, FactorId, FactorType } from '../factor.rules.ts';

/** Of whom a factor is asked, and for what: a challenge for one is worth nothing elsewhere. */
export type Asked = {
  readonly account: Account;
  readonly purpose: 'sign-in' | 'step-up';
  /** The attempt or the session that asks (MF-02). */
  readonly boundTo: string;
  /** What cannot be undone and is asked for: what was signed for it opens nothing else. */
  readonly about?: string | undefined;
  /** The one factor that does not count: it is what goes. */
  readonly spared?: FactorId | undefined;
  /** Its owner used this browser before; a session always is in one. */
  readonly isKnownBrowser?: boolean;
};

/** An answer beside what it is compared with; called outside any transaction, for it may cost. */
export type Candidate = () => Promise<Claim | undefined>;

/** A right answer that nobody has used up yet. */
export type Claim = {
  readonly factorId: FactorId;
  readonly proof: Proof;
  /** Until when what it opens is restricted. */
  readonly restrictedUntil: Instant | undefined;
  /** One conditional statement: true once, for the first who brings this answer (MF-01). */
  take(tx: Tx, now: Instant): Promise<boolean>;
  /** Whether somebody else brought the same answer before: one of the two had it from the other. */
  wasTaken?(tx: Tx): Promise<boolean>;
};

/** How one kind of factor is asked for and checked. */
export type FactorKind<T extends FactorType> = {
  readonly challenge?: (tx: Tx, asked: Asked, now: Instant) => Promise<object | undefined>;
  readonly read: (tx: Tx, asked: Asked, answer: AnswerOf<T>, now: Instant) => Promise<Candidate>;
};

export const noCandidate: Candidate = async () => undefined;
