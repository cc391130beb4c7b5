import { record } from '#modules/activity/index.ts';
import { system, type Actor } from '#kernel/actor.ts';
import { dayOf, type Day, type Instant } from '#kernel/calendar.ts';
import { lockOrganization, lockOrganizations } from '#modules/organizations/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { paymentRequestExpired } from '../payments/news.ts';
import { notPayable } from '../payments/payable.rules.ts';
import { printedReference } from '../references/reference.rules.ts';
import { proFormaNotFound } from './pro-forma.rules.ts';
import type { ProForma } from './pro-forma.rules.ts';
import { lockProForma, saveEnds, type ProFormaKey } from './pro-forma.store.ts';

/**
 * Withdraws an unpaid pro-forma with its order; money that is under way will go to prepaid (R157).
 */
export async function cancelProForma(
  tx: Tx,
  key: ProFormaKey,
  actor: Actor,
  now: Instant,
): Promise<void> {
  await lockOrganization(tx, key.organizationId);
  const proForma = await lockProForma(tx, key);
  if (!proForma) throw proFormaNotFound({});
  if (proForma.state !== 'open') {
    throw notPayable({ state: proForma.state === 'settled' ? 'paid' : proForma.state });
  }
  await end(tx, proForma, 'cancelled', { actor, now });
}

/**
 * Ends a pro-forma whose last day is past, and its order with it; does nothing when it was paid
 * meanwhile.
 */
export async function expireProForma(
  tx: Tx,
  { today, ...key }: ProFormaKey & { readonly today: Day },
  now: Instant,
): Promise<void> {
  await lockOrganizations(tx, [key.organizationId]); // also of one that was deleted meanwhile
  const proForma = await lockProForma(tx, key);
  if (proForma?.state !== 'open' || proForma.expiresOn >= today) return;
  await end(tx, proForma, 'expired', { actor: system('billing.expire-pro-formas'), now });
  if (proForma.kind === 'top-up') return;
  const { organizationId, proFormaId, subjectId } = proForma;
  const subject = { kind: 'order' as const, id: subjectId };
  await paymentRequestExpired.announce(tx, { organizationId, proFormaId, subject }, now);
}

async function end(
  tx: Tx,
  { organizationId, proFormaId, reference }: ProForma,
  state: 'cancelled' | 'expired',
  { actor, now }: { actor: Actor; now: Instant },
): Promise<void> {
  const ending = { organizationId, proFormaId, state };
  await saveEnds(tx, [ending], { on: dayOf(now), by: actor }, now);
  const about = { kind: 'pro-forma', id: proFormaId, label: printedReference(reference) };
  const action = `billing.pro-forma-${state}`;
  await record(tx, { stream: { organizationId }, action, actor, about }, now);
}
