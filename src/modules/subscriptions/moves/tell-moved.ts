import type { Instant } from '#kernel/calendar.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { record } from '#modules/activity/index.ts';
import { queue } from '#modules/messages/index.ts';
import { recipientsOf, type Organization } from '#modules/organizations/index.ts';
import type { Subscription, SubscriptionRef } from '../products/subscription.store.ts';
import type { Mover } from './move-product.ts';
import { productArrived, productLeft } from './product-moved.letter.ts';

type Moved = {
  readonly subscription: Subscription;
  readonly arrived: SubscriptionRef;
  readonly source: Organization;
  readonly target: Organization;
  readonly actor: Mover;
  /** How many people had it granted, and have not any more. */
  readonly losers: number;
};

/** Both sides are told, in their mails and in their logs: each where the other is. */
export async function tellMoved(
  tx: Tx,
  { subscription, arrived, source, target, actor, losers }: Moved,
  now: Instant,
): Promise<void> {
  const { productName, label, paidUntil } = subscription;
  const facts = { productName, label, paidUntil, by: actor.name };
  for (const to of await recipientsOf(tx, source.organizationId, 'products')) {
    const link = linkTo(tx, subscription);
    await queue(tx, productLeft, { ...facts, other: target.name, link }, to, now);
  }
  for (const to of await recipientsOf(tx, target.organizationId, 'products')) {
    const link = linkTo(tx, arrived);
    await queue(tx, productArrived, { ...facts, other: source.name, link }, to, now);
  }
  const called = label || productName.en;
  const left = { kind: 'product', id: subscription.subscriptionId, label: called };
  const came = { kind: 'product', id: arrived.subscriptionId, label: called };
  const entries = [
    { of: source, about: left, action: 'product-moved-out', other: target.name, losers },
    { of: target, about: came, action: 'product-moved-in', other: source.name, losers: 0 },
  ].toSorted((a, b) => (a.of.organizationId < b.of.organizationId ? -1 : 1));
  for (const { of, about, action, other, losers: count } of entries) {
    const stream = { organizationId: of.organizationId };
    const facts = count > 0 ? { other, losers: count } : { other };
    const said = { stream, action: `subscriptions.${action}`, actor, about, facts };
    await record(tx, said, now);
  }
}

function linkTo(tx: Tx, { organizationId, subscriptionId }: SubscriptionRef): string {
  return `${settingsOf(tx).origin}/o/${organizationId}/products/${subscriptionId}`;
}
