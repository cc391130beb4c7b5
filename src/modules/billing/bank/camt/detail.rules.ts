import type { Currency, Money } from '#kernel/money.ts';
import {
  amountIn,
  isUnreadable,
  readCharges,
  readDirection,
  type Direction,
  type Unreadable,
} from './amount.rules.ts';
import { allOf, at, firstText, textAt, textsOf, type Element } from './element.rules.ts';

/** Where the amount of one payment may stand; which of them is right shows in their sum. */
export const amountPlaces = ['amount', 'transaction', 'countervalue', 'instructed'] as const;
export type AmountPlace = (typeof amountPlaces)[number];

/** One payment inside an entry, as written. */
export type Detail = {
  /** In the currency of the entry; other currencies say nothing about what was credited. */
  readonly amounts: { readonly [P in AmountPlace]?: Money };
  readonly direction: Direction | undefined;
  readonly charges: bigint;
  readonly references: readonly string[];
  readonly texts: readonly string[];
  readonly party: { readonly name: string | undefined; readonly iban: string | undefined };
  readonly endToEnd: string | undefined;
  readonly serviceReference: string | undefined;
  readonly returned: boolean;
  readonly unreadable: Unreadable | undefined;
};

const amountPaths: Readonly<Record<AmountPlace, readonly string[]>> = {
  amount: ['Amt'],
  transaction: ['AmtDtls', 'TxAmt', 'Amt'],
  countervalue: ['AmtDtls', 'CntrValAmt', 'Amt'],
  instructed: ['AmtDtls', 'InstdAmt', 'Amt'],
};

/**
 * Reads `TxDtls`, of any version. The other side is the debtor of a credit, the creditor of a
 * debit.
 */
export function readDetail(element: Element, currency: Currency, entry: Direction): Detail {
  const remittance = at(element, 'RmtInf');
  const structured = allOf(remittance, 'Strd');
  const amounts: { [P in AmountPlace]?: Money } = {};
  let unreadable: Unreadable | undefined;
  for (const place of amountPlaces) {
    const found = amountIn(at(element, ...amountPaths[place]), currency);
    if (found && isUnreadable(found)) unreadable ??= found;
    else if (found) amounts[place] = found;
  }
  return {
    amounts,
    unreadable,
    direction: readDirection(textAt(element, 'CdtDbtInd')),
    charges: readCharges(element, currency),
    references: structured.flatMap((one) => textAt(one, 'CdtrRefInf', 'Ref') ?? []).slice(0, 50),
    texts: [
      ...textsOf(remittance, 'Ustrd'),
      ...structured.flatMap((one) => textsOf(one, 'AddtlRmtInf')),
      ...textsOf(element, 'AddtlTxInf'),
    ].slice(0, 50),
    party: readParty(at(element, 'RltdPties'), entry === 'credit' ? 'Dbtr' : 'Cdtr'),
    endToEnd: given(textAt(element, 'Refs', 'EndToEndId')),
    serviceReference: given(textAt(element, 'Refs', 'AcctSvcrRef')),
    returned: at(element, 'RtrInf') !== undefined,
  };
}

/** Parties stand directly in older versions, under `Pty` since version 08. */
function readParty(parties: Element | undefined, role: 'Dbtr' | 'Cdtr'): Detail['party'] {
  const account = at(parties, `${role}Acct`, 'Id');
  const ultimate = `Ultmt${role}`;
  const name = firstText(
    parties,
    [role, 'Nm'],
    [role, 'Pty', 'Nm'],
    [ultimate, 'Nm'],
    [ultimate, 'Pty', 'Nm'],
  );
  const number = firstText(account, ['IBAN'], ['Othr', 'Id']);
  return { name: name?.slice(0, 140), iban: number && accountNumber(number) };
}

/** An IBAN or other number without its spaces. */
export function accountNumber(text: string): string {
  return text
    .replaceAll(/[^0-9a-zA-Z]/g, '')
    .toUpperCase()
    .slice(0, 34);
}

/** References that say nothing: what banks write where the standard wants something. */
const placeholder = /^(NOTPROVIDED|NONREF|NOREF|NOREFERENCE|NONE|UNKNOWN|NA|[0-]*|X+)$/;

/** A reference that identifies, or undefined. */
export function given(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const plain = text.toUpperCase().replaceAll(/[\s./_]/g, '');
  return placeholder.test(plain) ? undefined : text;
}
