import { toMoneyOut } from '#kernel/money.ts';
import type { StandingLine } from './list-bank-lines.store.ts';

/** A line as the API shows it. */
export function presentLine(line: StandingLine) {
  return {
    bankLineId: line.bankLineId,
    account: line.account,
    direction: line.direction,
    amount: toMoneyOut(line.amount),
    bookedOn: line.bookedOn,
    valueOn: line.valueOn ?? null,
    reference: line.reference ?? null,
    text: line.text,
    payer: { name: line.payerName ?? null, iban: line.payerIban ?? null },
    returned: line.returned,
    place: line.place,
    because: line.because ?? null,
    foundBy: line.foundBy ?? null,
    organizationId: line.organizationId ?? null,
    targets: [...line.targets],
  };
}
