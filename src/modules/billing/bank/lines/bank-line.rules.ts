import type { Money } from '#kernel/money.ts';
import { opposite, type Direction } from '../camt/amount.rules.ts';
import { given, type Detail } from '../camt/detail.rules.ts';
import type { EntryHead } from '../camt/entry.rules.ts';
import type { EntryPlan } from '../entries/entry-plan.rules.ts';

/** One payment as it will be remembered. */
export type NewLine = {
  /** From 0 inside its entry; -1 for what the bank kept. */
  readonly position: number;
  readonly direction: Direction;
  readonly amount: Money;
  readonly returned: boolean;
  readonly references: readonly string[];
  readonly texts: readonly string[];
  readonly payerName: string | undefined;
  readonly payerIban: string | undefined;
  readonly endToEnd: string | undefined;
};

export const chargePosition = -1;

/** The lines of one piece of an entry. */
export function linesOf(
  head: EntryHead,
  plan: EntryPlan,
  { first, details }: { first: number; details: readonly Detail[] },
): NewLine[] {
  if (plan.kind === 'whole') return first === 0 ? [wholeLine(head, details)] : [];
  if (plan.kind !== 'lines' && plan.kind !== 'partly') return [];
  const lines = details.flatMap((detail, index): NewLine[] => {
    const amount = detail.amounts[plan.place];
    if (!amount || amount.minor === 0n) return [];
    const isNetted = plan.kind === 'lines' && plan.isNetted;
    const direction = (isNetted && detail.direction) || head.direction;
    return [{ ...lineOf(head, detail), position: first + index, direction, amount }];
  });
  const charge = plan.kind === 'lines' && first === 0 ? chargeLine(head, plan.charge) : undefined;
  return charge ? [charge, ...lines] : lines;
}

function wholeLine(head: EntryHead, details: readonly Detail[]): NewLine {
  const [first] = details;
  const line = first ? lineOf(head, first) : lineOf(head, unsaid);
  return {
    ...line,
    position: 0,
    direction: head.direction,
    amount: head.amount,
    returned: head.reversal || details.some(({ returned }) => returned),
    references:
      details.length > 1 ? details.flatMap(({ references }) => references) : line.references,
  };
}

function chargeLine(head: EntryHead, charge: bigint): NewLine | undefined {
  if (charge === 0n) return undefined;
  const minor = charge < 0n ? -charge : charge;
  return {
    ...lineOf(head, unsaid),
    position: chargePosition,
    direction: charge > 0n ? opposite(head.direction) : head.direction,
    amount: { minor, currency: head.amount.currency },
  };
}

const unsaid: Pick<Detail, 'references' | 'texts' | 'party' | 'endToEnd' | 'returned'> = {
  references: [],
  texts: [],
  party: { name: undefined, iban: undefined },
  endToEnd: undefined,
  returned: false,
};

function lineOf(
  head: EntryHead,
  { references, texts, party, endToEnd, returned }: typeof unsaid,
): Omit<NewLine, 'position' | 'direction' | 'amount'> {
  return {
    returned: returned || head.reversal,
    references,
    texts: head.text === '' ? texts : [...texts, head.text],
    payerName: party.name,
    payerIban: party.iban,
    endToEnd,
  };
}

/** A reference as it is compared: no spaces, upper case, no leading zeros. */
export function plainReference(text: string): string {
  return text
    .replaceAll(/\s/g, '')
    .toUpperCase()
    .replace(/^0+(?=\d)/, '');
}

/** What makes a line the same again, whichever message tells of it. */
export function contentOf({ amount, direction, returned, references }: NewLine): string {
  const reference = references.map(plainReference).toSorted().join(',').slice(0, 200);
  const back = returned ? 'returned' : '';
  return [direction, amount.minor, amount.currency, back, reference].join('|');
}

/** Two tellings of one line: the same money, and no reference against another. */
export function isSameContent(a: string, b: string): boolean {
  const [one, other] = [splitContent(a), splitContent(b)];
  const agrees =
    one.reference === '' || other.reference === '' || one.reference === other.reference;
  return one.money === other.money && agrees;
}

function splitContent(content: string): { money: string; reference: string } {
  const end = content.lastIndexOf('|');
  return { money: content.slice(0, end), reference: content.slice(end + 1) };
}

/** Whether further tellings are the known lines, in any order. */
export function areSameLines(known: readonly string[], seen: readonly string[]): boolean {
  if (known.length !== seen.length) return false;
  const inOrder = known.every((content, index) => isSameContent(content, seen[index] ?? ''));
  if (inOrder) return true;
  const [a, b] = [known.toSorted(), seen.toSorted()];
  return a.every((content, index) => isSameContent(content, b[index] ?? ''));
}

/**
 * The part of a detail that a fingerprint takes in, for entries without a reference of the bank's.
 */
export function detailText({ references, texts, party, endToEnd, amounts }: Detail): string {
  const amount = amounts.amount ?? amounts.transaction ?? amounts.instructed;
  return [
    references.map(plainReference).join(','),
    texts.join(' ').toLowerCase().replaceAll(/\s+/g, ' '),
    party.iban ?? '',
    given(endToEnd) ?? '',
    amount?.minor ?? '',
  ].join('|');
}

/** The part of an entry that a fingerprint takes in. */
export function entryText(head: EntryHead, bookedOn: string): string {
  return [
    bookedOn,
    head.valueOn ?? '',
    head.amount.minor,
    head.amount.currency,
    head.direction,
    head.reversal,
    head.bankCode,
  ].join('|');
}

/**
 * By what an entry is recognized when 053 and 054 spell it differently: reference, payer, end-to-
 * end.
 */
export function hintOf(details: readonly Detail[]): string {
  const [only, second] = details;
  if (!only || second) return '||';
  const reference = only.references[0];
  return [
    reference === undefined ? '' : plainReference(reference),
    only.party.iban ?? '',
    (given(only.endToEnd) ?? '').replaceAll('|', ' '),
  ].join('|');
}

/** Nothing that one says is denied by the other. */
export function hintsAgree(a: string, b: string): boolean {
  const [one, other] = [a.split('|'), b.split('|')];
  return one.every((part, index) => {
    const opposed = other[index] ?? '';
    return part === '' || opposed === '' || part === opposed;
  });
}
