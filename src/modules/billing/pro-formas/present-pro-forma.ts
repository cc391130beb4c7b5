import { toMoneyOut, type Money } from '#kernel/money.ts';
import type { PrepaidBalance } from '#modules/ledger/index.ts';
import { balanceIn, covers } from '../prepaid/prepaid.rules.ts';
import { printedReference } from '../references/reference.rules.ts';
import { presentPaymentPart } from '../seller/present-payment-part.ts';
import { presentPriced } from '../tax/stored-priced.rules.ts';
import type { ProFormaRow } from './pro-forma.rules.ts';
import type { ProFormaDetails } from './read-pro-forma.ts';

/** A pro-forma in a list, with what can be done about it. */
export function presentProFormaRow(row: ProFormaRow, balances: readonly PrepaidBalance[]) {
  const balance = balanceIn(balances, row.gross.currency);
  return {
    proFormaId: row.proFormaId,
    kind: row.kind,
    subjectId: row.subjectId,
    reference: row.reference,
    printedReference: printedReference(row.reference),
    state: row.state,
    madeOn: row.madeOn,
    expiresOn: row.expiresOn,
    endedOn: row.endedOn ?? null,
    gross: toMoneyOut(row.gross),
    invoiceId: row.invoiceId ?? null,
    may: canBePaid(row, balance) ? (['pay-from-prepaid'] as const).slice() : [],
  };
}

const canBePaid = ({ kind, state, gross }: ProFormaRow, balance: Money): boolean =>
  kind === 'order' && state === 'open' && covers(balance, gross);

/** A pro-forma with all it says. */
export function presentProForma({ proForma, seller, balances }: ProFormaDetails) {
  const { priced, reference, state } = proForma;
  return {
    ...presentProFormaRow({ ...proForma, gross: priced.gross }, balances),
    language: proForma.language,
    buyer: proForma.buyer,
    priced: proForma.kind === 'order' ? presentPriced(priced) : null,
    payment: state === 'open' ? presentPaymentPart(seller, reference, priced.gross) : null,
    prepaid: toMoneyOut(balanceIn(balances, priced.currency)),
  };
}
