import { fromUuid, type OrganizationId } from '#kernel/ids.ts';
import { lockOrganizations } from '#modules/organizations/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { lockInvoices, type OwedInvoice } from '../invoices/invoice.store.ts';
import type { ProForma, ProFormaState } from '../pro-formas/pro-forma.rules.ts';
import { lockProFormas } from '../pro-formas/pro-forma.store.ts';
import { findReferences, type RegisteredReference } from '../references/reference.store.ts';
import type { Payable, PayableState } from './payable.rules.ts';

/**
 * What a reference of ours asks for, held until the transaction ends; undefined when it is not
 * ours.
 */
export async function lockPayable(tx: Tx, reference: string): Promise<Payable | undefined> {
  return (await lockPayables(tx, [reference])).get(reference);
}

/**
 * Several at once, in the order of locks (settled 5): their organizations by id, then pro-formas,
 * then invoices. Call it before anything else in a transaction is locked.
 */
export async function lockPayables(
  tx: Tx,
  references: readonly string[],
): Promise<ReadonlyMap<string, Payable>> {
  const known = [...(await findReferences(tx, references)).values()];
  await lockOrganizations(tx, organizationsIn(known));
  const proFormas = await lockProFormas(
    tx,
    known.filter(({ kind }) => kind !== 'invoice').map(toProFormaKey),
  );
  const invoices = await lockInvoices(
    tx,
    known.filter(({ kind }) => kind === 'invoice').map(toInvoiceKey),
  );
  const payables = [...proFormas.map(payableProForma), ...invoices.map(payableInvoice)];
  return new Map(payables.map((payable) => [payable.reference, payable]));
}

const organizationsIn = (known: readonly RegisteredReference[]): OrganizationId[] => [
  ...new Set(known.map(({ organizationId }) => organizationId)),
];

const toProFormaKey = ({ organizationId, subjectUuid }: RegisteredReference) => ({
  organizationId,
  proFormaId: fromUuid('pfo', subjectUuid),
});

const toInvoiceKey = ({ organizationId, subjectUuid }: RegisteredReference) => ({
  organizationId,
  invoiceId: fromUuid('inv', subjectUuid),
});

/** A locked pro-forma, as somebody who pays sees it. */
export function payableProForma(proForma: ProForma): Payable {
  return {
    kind: proForma.kind === 'order' ? 'pro-forma' : 'top-up',
    id: proForma.proFormaId,
    organizationId: proForma.organizationId,
    reference: proForma.reference,
    state: stateOf(proForma.state),
    amount: proForma.priced.gross,
    expiresOn: proForma.expiresOn,
  };
}

/** A locked invoice, as somebody who pays sees it. */
export function payableInvoice(invoice: OwedInvoice): Payable {
  return {
    kind: 'invoice',
    id: invoice.invoiceId,
    organizationId: invoice.organizationId,
    reference: invoice.reference,
    state: invoice.state,
    amount: invoice.open,
  };
}

const stateOf = (state: ProFormaState): PayableState => (state === 'settled' ? 'paid' : state);
