import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import { productNotFound } from '../products/subscription.refusals.ts';
import { findSubscription, type SubscriptionRef } from '../products/subscription.store.ts';
import { checksOf } from './check-move.ts';
import { openMoveLinkOf } from './move-link.store.ts';

/** How a product stands to the conditions of a move, and the link that waits. */
export async function readMove(tx: Tx, ref: SubscriptionRef, now: Instant) {
  const subscription = await findSubscription(tx, ref);
  if (!subscription) throw productNotFound({});
  const checks = await checksOf(tx, subscription);
  const link = await openMoveLinkOf(tx, ref, now);
  return {
    currency: subscription.currency,
    checks: checks.map(({ kind, isMet, invoiceId }) => ({
      kind,
      isMet,
      invoiceId: invoiceId ?? null,
    })),
    link: link
      ? { madeAt: link.madeAt.toISOString(), expiresAt: link.expiresAt.toISOString() }
      : null,
  };
}
