import type { Instant } from '#kernel/calendar.ts';
import { idOf, type Id } from '#kernel/ids.ts';

export type BankFileId = Id<'bfi'>;
export const bankFileId = idOf('bfi');

/** What became of the lines and entries of a file. */
export const countNames = [
  'settled',
  'prepaid',
  'suspense',
  'outgoing',
  'charges',
  'waiting',
  'known',
  'ignored',
  'refused',
] as const;
export type CountName = (typeof countNames)[number];
export type Counts = { readonly [name in CountName]: number };

export type BankFile = {
  readonly bankFileId: BankFileId;
  readonly sha256: string;
  readonly name: string;
  readonly sizeBytes: bigint;
  readonly state: 'received' | 'working' | 'done' | 'refused';
  readonly refusal: { readonly code: string; readonly facts: Record<string, unknown> } | undefined;
  readonly entries: number;
  readonly entriesDone: number;
  /** Pieces (entries, or parts of long ones) that are in the books. */
  readonly piecesDone: number;
  readonly counts: Counts;
  readonly problems: number;
  /** Some entries were of accounts that are not ours. */
  readonly leftOut: boolean;
  readonly receivedAt: Instant;
  readonly receivedBy: string;
  readonly finishedAt: Instant | undefined;
};

/** Why an entry or a document was left out, or what a reader should know. */
export const problemKinds = [
  'amount-unreadable',
  'amount-too-fine',
  'currency-unknown',
  'direction-missing',
  'status-missing',
  'date-unreadable',
  'not-our-account',
  'before-opening',
  'conflict',
  'no-namespace',
  'intraday-report',
  'not-a-statement',
  'statement-differs',
] as const;
export type ProblemKind = (typeof problemKinds)[number];

export type Problem = {
  readonly kind: ProblemKind;
  /** Which entry of the file, from 1. */
  readonly entry?: number | undefined;
  readonly facts: { readonly [name: string]: string };
};

/**
 * The same bytes again are no work, unless entries of accounts were left out that are ours by now.
 */
export function mayWorkAgain({ state, leftOut }: Pick<BankFile, 'state' | 'leftOut'>): boolean {
  return state === 'done' && leftOut;
}
