import type { Day } from '#kernel/calendar.ts';
import type { Money } from '#kernel/money.ts';
import {
  isUnreadable,
  readAmount,
  readCharges,
  readDirection,
  type Direction,
  type Unreadable,
} from './amount.rules.ts';
import { readDay } from './date.rules.ts';
import { given } from './detail.rules.ts';
import { allOf, at, firstText, textAt, type Element } from './element.rules.ts';

/** What one entry of a statement says about itself, before its details. */
export type EntryHead = {
  readonly amount: Money;
  readonly direction: Direction;
  readonly reversal: boolean;
  /** BOOK, PDNG, INFO …: only what is booked is money. */
  readonly status: string;
  readonly bookedOn: Day | undefined;
  readonly valueOn: Day | undefined;
  readonly serviceReference: string | undefined;
  readonly bankCode: string;
  readonly charges: bigint;
  readonly isBatch: boolean;
  /** How many payments the batch says it has. */
  readonly announced: number | undefined;
  readonly text: string;
};

/** Reads `Ntry` without its details; one wrong word makes this entry unreadable, no other one. */
export function readEntry(element: Element): EntryHead | Unreadable {
  const amountElement = at(element, 'Amt');
  if (!amountElement) return { kind: 'amount-unreadable', facts: { amount: '', currency: '' } };
  const amount = readAmount(amountElement);
  if (isUnreadable(amount)) return amount;
  const direction = readDirection(textAt(element, 'CdtDbtInd'));
  if (!direction) return missing('direction-missing', textAt(element, 'CdtDbtInd'));
  const status = firstText(element, ['Sts'], ['Sts', 'Cd'], ['Sts', 'Prtry']);
  if (!status) return missing('status-missing', undefined);
  const bookedOn = readDay(element, 'BookgDt');
  const valueOn = readDay(element, 'ValDt');
  if (bookedOn === 'unreadable') return missing('date-unreadable', dateText(element, 'BookgDt'));
  if (valueOn === 'unreadable') return missing('date-unreadable', dateText(element, 'ValDt'));
  return {
    amount,
    direction,
    reversal: /^(true|1)$/.test(textAt(element, 'RvslInd') ?? ''),
    status: status.toUpperCase().slice(0, 10),
    bookedOn,
    valueOn,
    serviceReference: given(textAt(element, 'AcctSvcrRef'))?.slice(0, 70),
    bankCode: bankCodeOf(element),
    charges: readCharges(element, amount.currency),
    ...batchOf(element),
    text: (textAt(element, 'AddtlNtryInf') ?? '').slice(0, 500),
  };
}

function missing(kind: Unreadable['kind'], found: string | undefined): Unreadable {
  return { kind, facts: { found: (found ?? '').slice(0, 60) } };
}

function dateText(element: Element, name: string): string | undefined {
  return firstText(element, [name, 'Dt'], [name, 'DtTm'], [name]);
}

function batchOf(element: Element): Pick<EntryHead, 'isBatch' | 'announced'> {
  const batches = allOf(element, 'NtryDtls').flatMap((details) => allOf(details, 'Btch'));
  const counts = batches.map((batch) => Number(textAt(batch, 'NbOfTxs') ?? Number.NaN));
  const announced = counts.reduce((sum, count) => sum + count, 0);
  const isSaid = counts.length > 0 && Number.isSafeInteger(announced);
  return { isBatch: batches.length > 0, announced: isSaid ? announced : undefined };
}

/** PMNT/RCDT/VCOM, or the bank's own code. */
function bankCodeOf(element: Element): string {
  const code = at(element, 'BkTxCd');
  const family = at(code, 'Domn', 'Fmly');
  const domain = textAt(code, 'Domn', 'Cd');
  if (!domain) return textAt(code, 'Prtry', 'Cd')?.slice(0, 35) ?? '';
  return [domain, textAt(family, 'Cd') ?? '', textAt(family, 'SubFmlyCd') ?? ''].join('/');
}
