import { createHash, type Hash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Day } from '#kernel/calendar.ts';
import type { Currency } from '#kernel/money.ts';
import { signed } from '../camt/amount.rules.ts';
import type { Detail } from '../camt/detail.rules.ts';
import type { EntryHead } from '../camt/entry.rules.ts';
import { readBankFile, type FileItem } from '../camt/read-bank-file.ts';
import { prove, type Balances, type Proof, type StatementHead } from '../camt/statement.rules.ts';
import { intradayReport, noStatement } from '../camt/unreadable-file.rules.ts';
import { detailText, entryText } from '../lines/bank-line.rules.ts';
import {
  addDetails,
  noDetails,
  planEntry,
  type DetailSums,
  type EntryPlan,
} from '../entries/entry-plan.rules.ts';

/** What a whole file says before anything of it is booked. */
export type Survey = {
  readonly entries: number;
  readonly statements: readonly SurveyedStatement[];
  /** Entries in several pieces, by number: how they divide shows only at their end. */
  readonly long: ReadonlyMap<number, LongEntry>;
  readonly notes: readonly Extract<FileItem, { kind: 'note' }>[];
};

export type SurveyedStatement = {
  readonly statement: number;
  readonly document: string;
  readonly type: 'statement' | 'notification';
  readonly message: string;
  readonly head: StatementHead;
  readonly entries: number;
  readonly balances: Balances;
  readonly proof: Proof;
};

export type LongEntry = { readonly plan: EntryPlan; readonly fingerprint: string };

/**
 * Reads a file through without booking: what is not whole, not safe or not a statement is refused
 * here,
 * so that nothing of it is ever booked.
 */
export async function surveyBankFile(open: () => Readable, name: string): Promise<Survey> {
  const surveyor = new Surveyor();
  for await (const item of readBankFile(open, name)) surveyor.see(item);
  return surveyor.result();
}

type Begun = Omit<Extract<FileItem, { kind: 'statement' }>, 'kind'>;

class Surveyor {
  #entries = 0;
  readonly #statements: SurveyedStatement[] = [];
  readonly #long = new Map<number, LongEntry>();
  readonly #notes: Extract<FileItem, { kind: 'note' }>[] = [];
  #begun: Begun | undefined;
  #inStatement = 0;
  #moved = new Map<Currency, bigint>();
  #open: { sums: DetailSums; hash: Hash } | undefined;

  see(item: FileItem): void {
    switch (item.kind) {
      case 'note':
        this.#notes.push(item);
        break;
      case 'statement':
        this.#begun = item;
        this.#inStatement = 0;
        this.#moved = new Map();
        break;
      case 'piece':
        this.#piece(item);
        break;
      case 'statement-end':
        this.#end(item.balances);
        break;
    }
  }

  result(): Survey {
    if (this.#statements.length === 0) {
      const isReport = this.#notes.some(({ note }) => note === 'intraday-report');
      throw isReport ? intradayReport({}) : noStatement({});
    }
    return {
      entries: this.#entries,
      statements: this.#statements,
      long: this.#long,
      notes: this.#notes,
    };
  }

  #piece(piece: Extract<FileItem, { kind: 'piece' }>): void {
    const { head, details, first, isLast, entry } = piece;
    if (first === 0) {
      this.#entries++;
      this.#inStatement++;
      this.#open = undefined;
    }
    if ('facts' in head) return;
    const isLong = first > 0 || !isLast;
    if (isLong) {
      const { sums, hash } = (this.#open ??= begin(head, this.#begun?.head.createdOn));
      for (const detail of details) hash.update(detailText(detail)).update('\n');
      this.#open = { sums: addDetails(sums, head, details), hash };
    }
    if (!isLast) return;
    const sums = this.#open?.sums ?? addDetails(noDetails, head, details);
    const plan = planEntry(head, sums);
    if (isLong && this.#open) {
      this.#long.set(entry, { plan, fingerprint: this.#open.hash.digest('base64url') });
    }
    if (plan.kind === 'refused' || head.status !== 'BOOK') return;
    const { currency } = head.amount;
    const before = this.#moved.get(currency) ?? 0n;
    this.#moved.set(currency, before + signed(head.amount, head.direction));
  }

  #end(balances: Balances): void {
    if (!this.#begun) return;
    this.#statements.push({
      ...this.#begun,
      entries: this.#inStatement,
      balances,
      proof: prove(balances, this.#moved),
    });
    this.#begun = undefined;
  }
}

function begin(head: EntryHead, createdOn: Day | undefined): { sums: DetailSums; hash: Hash } {
  const bookedOn = bookedOnOf(head, createdOn) ?? '';
  return { sums: noDetails, hash: createHash('sha256').update(entryText(head, bookedOn)) };
}

/**
 * The booking day; where a notification leaves it out, the value day, or the day it was written.
 */
export function bookedOnOf(head: EntryHead, createdOn: Day | undefined): Day | undefined {
  return head.bookedOn ?? head.valueOn ?? createdOn;
}

/** What an entry without a reference of the bank's is recognized by. */
export function fingerprintOf(
  { head, details }: { head: EntryHead; details: readonly Detail[] },
  bookedOn: Day | undefined,
): string {
  const hash = createHash('sha256').update(entryText(head, bookedOn ?? ''));
  for (const detail of details) hash.update(detailText(detail)).update('\n');
  return hash.digest('base64url');
}
