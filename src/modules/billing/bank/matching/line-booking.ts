import { toUuid, type Id, type OrganizationId } from '#kernel/ids.ts';
import { toDecimal } from '#kernel/money.ts';
import type { Posting } from '#modules/ledger/index.ts';
import type { Payable, PayableInvoice, PayableProForma } from '../../payments/payable.rules.ts';
import type { BankPayment } from '../../payments/settle-by-bank.ts';
import type { PrepaidCredit } from '../../prepaid/credit-prepaid.ts';
import type { OutcomeRow } from '../lines/bank-line.store.ts';
import type { EnteredLine } from '../entries/enter-entries.ts';
import type { NewWorkItem } from '../work-items/work-item.store.ts';
import { cashAccount, ownPosting, type OwnMovement } from './cash.ts';
import type { Search } from './find-payables.ts';
import { place, type Outcome, type SuspenseReason } from './matching.rules.ts';
import type { PayerQuestion } from './proposal.store.ts';

/** A line with the id under which it is remembered. */
export type IdentifiedLine = EnteredLine & { readonly id: Id<'bln'> };

/** What became of lines, for the file's result. */
export type LineCounts = {
  readonly settled: number;
  readonly prepaid: number;
  readonly suspense: number;
  readonly outgoing: number;
  readonly charges: number;
};

type Settles = Extract<Outcome, { kind: 'settles' }>;
type ToPrepaid = Extract<Outcome, { kind: 'to-prepaid' }>;

/** Collects, line by line, what a chunk will book at once. */
export class LineBooking {
  readonly invoices: BankPayment<PayableInvoice>[] = [];
  readonly proFormas: BankPayment<PayableProForma>[] = [];
  readonly prepaid: PrepaidCredit[] = [];
  readonly own: Posting[] = [];
  readonly outcomes: OutcomeRow[] = [];
  readonly asked: Omit<NewWorkItem, 'id'>[] = [];
  readonly questions: PayerQuestion[] = [];
  readonly payers: { iban: string; organizationId: OrganizationId }[] = [];
  readonly #counts = { settled: 0, prepaid: 0, suspense: 0, outgoing: 0, charges: 0 };

  get counts(): LineCounts {
    return this.#counts;
  }

  placeCredit(one: IdentifiedLine, search: Search): void {
    const { line, entry } = one;
    const credit = { amount: line.amount, on: entry.bookedOn, returned: line.returned };
    const outcome = place(credit, search.foundFor(line));
    switch (outcome.kind) {
      case 'settles':
        search.settled(outcome.targets);
        return this.#settle(one, outcome);
      case 'to-prepaid':
        return this.#credit(one, outcome);
      case 'suspense':
        return this.#suspend(one, outcome.because);
    }
  }

  /** Our own debits, and payments that the bank took back (settled 12). */
  placeDebit(one: IdentifiedLine): void {
    const kind = one.line.returned ? 'returned' : 'outgoing';
    this.#counts.outgoing++;
    this.#own(one, 'bank-outgoing', 'suspense-outgoing');
    this.#note(one, { place: 'outgoing', because: kind });
    this.#ask(one, kind);
  }

  placeCharge(one: IdentifiedLine): void {
    this.#counts.charges++;
    this.#own(one, 'bank-charge', 'fees');
    this.#note(one, { place: 'charge' });
  }

  #settle(one: IdentifiedLine, { targets, by }: Settles): void {
    this.#counts.settled++;
    for (const [part, payable] of targets.entries()) {
      const payment = {
        from: cashAccount(one.entry),
        source: { kind: 'bank-line', id: part === 0 ? one.id : `${one.id}.${part + 1}` },
        on: one.entry.bookedOn,
      };
      if (payable.kind === 'invoice') this.invoices.push({ ...payment, payable });
      else this.proFormas.push({ ...payment, payable });
      this.#note(one, { part, foundBy: by, payable, ...placeOfPayable(payable) });
    }
    if (by === 'reference') this.#bind(one, targets[0]);
  }

  #credit(one: IdentifiedLine, { organizationId, because, by, payable }: ToPrepaid): void {
    this.#counts.prepaid++;
    this.prepaid.push({
      organizationId,
      amount: one.line.amount,
      because,
      facts: {
        reference: payable.reference,
        asked: `${toDecimal(payable.amount)} ${payable.amount.currency}`,
      },
      source: { kind: 'bank-line', id: one.id },
      from: cashAccount(one.entry),
      on: one.entry.bookedOn,
    });
    this.#note(one, { place: 'prepaid', because, foundBy: by, payable, isWhole: true });
    if (by === 'reference') this.#bind(one, payable);
  }

  #suspend(one: IdentifiedLine, because: SuspenseReason): void {
    this.#counts.suspense++;
    this.#own(one, 'bank-suspense', 'suspense');
    this.#note(one, { place: 'suspense', because });
    this.#ask(one, because);
    const { payerIban, amount } = one.line;
    if (because !== 'unknown-reference' || payerIban === undefined) return;
    this.questions.push({ lineId: toUuid(one.id), iban: payerIban, amount });
  }

  #own(
    one: IdentifiedLine,
    kind: OwnMovement['kind'],
    to: 'suspense' | 'suspense-outgoing' | 'fees',
  ) {
    const { line, entry, id } = one;
    this.own.push(
      ownPosting({
        kind,
        source: { kind: 'bank-line', id },
        from: cashAccount(entry),
        to: { kind: to },
        direction: line.direction,
        amount: line.amount,
        on: entry.bookedOn,
      }),
    );
  }

  #note(one: IdentifiedLine, { part = 0, payable, isWhole, ...rest }: Noted): void {
    const { minor } = payable && !isWhole ? payable.amount : one.line.amount;
    this.outcomes.push({
      lineId: toUuid(one.id),
      step: 0,
      part,
      place: rest.place,
      because: rest.because,
      foundBy: rest.foundBy,
      organizationId: payable?.organizationId,
      targetId: payable && toUuid(payable.id),
      minor,
    });
  }

  #ask(one: IdentifiedLine, kind: NewWorkItem['kind']): void {
    const { line, entry } = one;
    const lineId = toUuid(one.id);
    this.asked.push({
      kind,
      subject: lineId,
      lineId,
      accountId: entry.accountId,
      minor: line.amount.minor,
      currency: line.amount.currency,
      facts: { account: entry.accountNumber },
    });
  }

  #bind({ line }: IdentifiedLine, payable: Payable | undefined): void {
    if (line.payerIban === undefined || !payable) return;
    this.payers.push({ iban: line.payerIban, organizationId: payable.organizationId });
  }
}

type Noted = Pick<OutcomeRow, 'place'> &
  Partial<Pick<OutcomeRow, 'because' | 'foundBy' | 'part'>> & {
    readonly payable?: Payable;
    /** The whole line, not what the payable asks for. */
    readonly isWhole?: boolean;
  };

/** A paid top-up is money on prepaid; everything else is settled. */
export function placeOfPayable({ kind }: Payable): {
  readonly place: 'prepaid' | 'settled-invoice' | 'settled-pro-forma';
  readonly because: string | undefined;
} {
  if (kind === 'top-up') return { place: 'prepaid', because: 'top-up' };
  return {
    place: kind === 'invoice' ? 'settled-invoice' : 'settled-pro-forma',
    because: undefined,
  };
}
