import type { Actor } from '#kernel/actor.ts';
import { dayOf, type Instant } from '#kernel/calendar.ts';
import type { OrganizationId } from '#kernel/ids.ts';
import { toMoneyOut, type Money } from '#kernel/money.ts';
import { lockPrepaid } from '#modules/ledger/index.ts';
import { lockOrganization } from '#modules/organizations/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { invoiceNotFound } from '../invoices/invoice.refusals.ts';
import { lockInvoices, type InvoiceKey } from '../invoices/invoice.store.ts';
import { notPayable } from '../payments/payable.rules.ts';
import { settleInvoices } from '../payments/settle-invoices.ts';
import { proFormaNotFound, topUpFromPrepaid } from '../pro-formas/pro-forma.rules.ts';
import { lockProForma, type ProFormaKey } from '../pro-formas/pro-forma.store.ts';
import { settleProFormas } from '../pro-formas/settle-pro-formas.ts';
import { covers, prepaidTooLow } from './prepaid.rules.ts';

/** Pays all that an open invoice asks for out of the balance (R19). */
export async function payInvoiceFromPrepaid(
  tx: Tx,
  key: InvoiceKey,
  actor: Actor,
  now: Instant,
): Promise<void> {
  await lockOrganization(tx, key.organizationId);
  const [invoice] = await lockInvoices(tx, [key]);
  if (!invoice) throw invoiceNotFound({});
  if (invoice.state !== 'open') throw notPayable({ state: invoice.state });
  await lockCovering(tx, key.organizationId, invoice.open);
  const payment = prepaid({ kind: 'invoice', id: invoice.invoiceId }, now);
  await settleInvoices(tx, [{ invoice, payment }], actor, now);
}

/**
 * Pays an order's pro-forma out of the balance: its invoice is issued and the products start
 * (R158).
 */
export async function payProFormaFromPrepaid(
  tx: Tx,
  key: ProFormaKey,
  actor: Actor,
  now: Instant,
): Promise<void> {
  await lockOrganization(tx, key.organizationId);
  const proForma = await lockProForma(tx, key);
  if (!proForma) throw proFormaNotFound({});
  if (proForma.kind === 'top-up') throw topUpFromPrepaid({});
  if (proForma.state !== 'open') {
    throw notPayable({ state: proForma.state === 'settled' ? 'paid' : proForma.state });
  }
  await lockCovering(tx, key.organizationId, proForma.priced.gross);
  const payment = prepaid({ kind: 'pro-forma', id: proForma.proFormaId }, now);
  await settleProFormas(tx, [{ proForma, payment }], actor, now);
}

/** Decided under the lock: a balance is spent once. */
async function lockCovering(tx: Tx, organizationId: OrganizationId, needed: Money): Promise<void> {
  const balance = await lockPrepaid(tx, { organizationId, currency: needed.currency });
  if (covers(balance, needed)) return;
  throw prepaidTooLow({ balance: toMoneyOut(balance), needed: toMoneyOut(needed) });
}

const prepaid = (source: { kind: string; id: string }, now: Instant) => ({
  means: 'prepaid' as const,
  from: { kind: 'prepaid' as const },
  source,
  on: dayOf(now),
});
