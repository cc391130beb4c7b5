import { areSameLines, contentOf, isSameContent, type NewLine } from '../lines/bank-line.rules.ts';
import type { Bookable } from './piece.rules.ts';

/** An entry in the books, as far as a further telling of it must be compared. */
export type Told = {
  readonly direction: 'credit' | 'debit';
  readonly reversal: boolean;
  readonly minor: bigint;
  readonly currency: string;
  readonly batched: boolean;
  readonly lines: ReadonlyMap<number, string>;
  readonly divided: bigint;
};

export type Sighting =
  /** Nothing new: the cash and its lines are booked. */
  | { readonly kind: 'same' }
  /** Details that a batch was waiting for. */
  | { readonly kind: 'adds'; readonly lines: readonly NewLine[] }
  /** The same identity with other content: nothing is booked, a person looks. */
  | { readonly kind: 'conflict'; readonly known: string; readonly seen: string };

/** What a further telling of a known entry brings (billing.md 2.6, 3 and 4). */
export function compareTellings(known: Told, piece: Bookable): Sighting {
  const { head } = piece.content;
  const isSameCash =
    known.minor === head.amount.minor &&
    known.currency === head.amount.currency &&
    known.direction === head.direction &&
    known.reversal === head.reversal;
  if (!isSameCash) {
    const seen = `${head.direction} ${head.amount.minor} ${head.amount.currency}`;
    const was = `${known.direction} ${known.minor} ${known.currency}`;
    return { kind: 'conflict', known: was, seen };
  }
  const lines = piece.content.lines;
  if (lines.length === 0) return { kind: 'same' };
  if (known.batched && known.divided < known.minor) return missingLines(known, piece);
  return piece.isLong ? compareByPosition(known, lines) : compareAll(known, lines);
}

function compareAll(known: Told, lines: readonly NewLine[]): Sighting {
  const seen = paymentsOf(lines).map(contentOf);
  const before = [...known.lines.values()];
  if (areSameLines(before, seen)) return { kind: 'same' };
  return {
    kind: 'conflict',
    known: before.join('; ').slice(0, 500),
    seen: seen.join('; ').slice(0, 500),
  };
}

function compareByPosition(known: Told, lines: readonly NewLine[]): Sighting {
  const other = paymentsOf(lines).find(
    (line) => !isSameContent(known.lines.get(line.position) ?? '', contentOf(line)),
  );
  if (!other) return { kind: 'same' };
  const was = known.lines.get(other.position) ?? '';
  return { kind: 'conflict', known: was, seen: contentOf(other) };
}

/** Lines that the batch does not have yet; more than its cash is a conflict. */
function missingLines(known: Told, piece: Bookable): Sighting {
  const { lines } = piece.content;
  const fresh = piece.isLong ? newByPosition(known, lines) : newByContent(known, lines);
  const { direction } = known;
  const added = fresh.reduce(
    (sum, line) => sum + (line.direction === direction ? line.amount.minor : -line.amount.minor),
    0n,
  );
  const isTooMuch = known.divided + added > known.minor;
  const isShort =
    !piece.isLong && piece.content.plan.kind !== 'partly' && known.divided + added !== known.minor;
  if (isTooMuch || isShort) {
    const was = `${known.divided} of ${known.minor} ${known.currency}`;
    return { kind: 'conflict', known: was, seen: `${added} more` };
  }
  return fresh.length === 0 ? { kind: 'same' } : { kind: 'adds', lines: fresh };
}

function newByPosition(known: Told, lines: readonly NewLine[]): NewLine[] {
  return lines.filter(({ position }) => !known.lines.has(position));
}

/** Announced payments may come in another order: each known line takes one equal line away. */
function newByContent(known: Told, lines: readonly NewLine[]): NewLine[] {
  const before = [...known.lines.values()];
  const fresh = lines.filter((line) => {
    const index = before.findIndex((content) => isSameContent(content, contentOf(line)));
    if (index < 0) return true;
    before.splice(index, 1);
    return false;
  });
  let free = Math.max(-1, ...known.lines.keys(), ...lines.map(({ position }) => position)) + 1;
  return fresh.map((line) =>
    line.position >= 0 && known.lines.has(line.position) ? { ...line, position: free++ } : line,
  );
}

const paymentsOf = (lines: readonly NewLine[]): NewLine[] =>
  lines.filter(({ position }) => position >= 0).toSorted((a, b) => a.position - b.position);
