import type { Tx } from '#platform/database/tx.ts';
import { readInvoice } from '#modules/billing/index.ts';
import { isTransferable } from '#modules/catalogue/index.ts';
import { billedPeriods, type Subscription } from '../products/subscription.store.ts';
import { notMovable } from './move.refusals.ts';
import { checkMove, type CheckedMove } from './move.rules.ts';

/** The conditions of a move and how the product stands to them. */
export async function checksOf(
  tx: Tx,
  subscription: Subscription,
): Promise<readonly CheckedMove[]> {
  return checkMove({
    isTransferable: await isTransferable(tx, subscription.product),
    state: subscription.state,
    unpaidInvoice: await unpaidInvoiceOf(tx, subscription),
  });
}

/** Refuses a product that may not move, naming the first condition that is not met. */
export async function refuseUnlessMovable(tx: Tx, subscription: Subscription): Promise<void> {
  const open = (await checksOf(tx, subscription)).find(({ isMet }) => !isMet);
  if (open) throw notMovable({ because: open.kind });
}

async function unpaidInvoiceOf(tx: Tx, subscription: Subscription) {
  const { organizationId } = subscription;
  const periods = await billedPeriods(tx, subscription);
  const invoiceIds = new Set(periods.map(({ invoiceId }) => invoiceId));
  for (const invoiceId of invoiceIds) {
    if (invoiceId === undefined) continue;
    const { invoice } = await readInvoice(tx, { organizationId, invoiceId });
    if (invoice.state === 'open') return invoiceId;
  }
  return undefined;
}
