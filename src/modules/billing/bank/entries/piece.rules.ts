import type { Day } from '#kernel/calendar.ts';
import type { Unreadable } from '../camt/amount.rules.ts';
import type { EntryHead } from '../camt/entry.rules.ts';
import type { Problem } from '../files/bank-file.rules.ts';
import type { NewLine } from '../lines/bank-line.rules.ts';
import type { EntryPlan } from './entry-plan.rules.ts';

/** One of our accounts, as far as entries need it. */
export type OurAccount = { readonly id: string; readonly number: string; readonly openingOn: Day };

/** An entry, or a part of a long one, ready to be booked. */
export type Piece = {
  /** Which entry of the file, from 1. */
  readonly entry: number;
  readonly statementId: string;
  readonly kind: 'statement' | 'notification';
  readonly accountNumber: string;
  readonly account: OurAccount | undefined;
  readonly first: number;
  readonly isLast: boolean;
  readonly isLong: boolean;
  readonly content: PieceContent | Unreadable;
};

export type PieceContent = {
  readonly head: EntryHead;
  readonly bookedOn: Day | undefined;
  /** By what the entry is recognized, and which one of its equals in this statement it is. */
  readonly base: string;
  readonly occurrence: number;
  readonly hint: string;
  readonly plan: EntryPlan;
  readonly lines: readonly NewLine[];
};

/** A piece that is money on an account of ours. */
export type Bookable = Omit<Piece, 'account' | 'content'> & {
  readonly account: OurAccount;
  readonly content: Omit<PieceContent, 'bookedOn'> & { readonly bookedOn: Day };
};

export type Sorted =
  | { readonly kind: 'book'; readonly piece: Bookable }
  | { readonly kind: 'ignore' }
  | { readonly kind: 'refuse'; readonly problem: Problem };

/**
 * Which entries are money on our accounts; the others are refused one by one, or are no money yet.
 */
export function sortPiece(piece: Piece): Sorted {
  const { content, account, entry, accountNumber } = piece;
  const refuse = (kind: Problem['kind'], facts: Problem['facts']): Sorted => ({
    kind: 'refuse',
    problem: { kind, entry, facts },
  });
  if ('facts' in content) return refuse(content.kind, content.facts);
  const { head, plan, bookedOn } = content;
  if (head.status !== 'BOOK' || head.amount.minor === 0n) return { kind: 'ignore' };
  if (!account) return refuse('not-our-account', { account: accountNumber });
  if (plan.kind === 'refused') return refuse(plan.unreadable.kind, plan.unreadable.facts);
  if (!bookedOn) return refuse('date-unreadable', { found: '' });
  if (bookedOn < account.openingOn) {
    return refuse('before-opening', { bookedOn, openingOn: account.openingOn });
  }
  return { kind: 'book', piece: { ...piece, account, content: { ...content, bookedOn } } };
}
