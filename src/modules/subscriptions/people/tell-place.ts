import { record, type Doer } from '#modules/activity/index.ts';
import { fullName, type User } from '#modules/identity/index.ts';
import { queue } from '#modules/messages/index.ts';
import { organizationOf } from '#modules/organizations/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Subscription } from '../products/subscription.store.ts';
import { placeGiven, placeWithdrawn } from './place.letter.ts';

export type Giver = { readonly kind: 'user'; readonly userId: UserId; readonly name: string };

type Suite = Pick<Subscription, 'organizationId' | 'subscriptionId' | 'productName' | 'label'>;
type Happened<By extends Doer> = {
  readonly suite: Suite;
  readonly user: User;
  readonly actor: By;
  readonly what: 'given' | 'withdrawn';
};

/** The person reads it, unless they did it themselves; the organization's log says who did. */
export async function tellPlace(tx: Tx, happened: Happened<Giver>, now: Instant): Promise<void> {
  const { suite, user, actor, what } = happened;
  const { organizationId, productName, label } = suite;
  if (actor.userId !== user.userId) {
    const { name: organization } = await organizationOf(tx, organizationId);
    const { userId, address, language } = user;
    const to = { userId, address, language, name: fullName(user.name), organizationId };
    const letter = what === 'given' ? placeGiven : placeWithdrawn;
    await queue(tx, letter, { productName, label, organization, by: actor.name }, to, now);
  }
  await recordPlace(tx, happened, now);
}

export async function recordPlace(
  tx: Tx,
  { suite, user, actor, what }: Happened<Doer>,
  now: Instant,
): Promise<void> {
  const { organizationId, subscriptionId, productName, label } = suite;
  const called = label || productName.en;
  await record(
    tx,
    {
      stream: { organizationId },
      action: `subscriptions.place-${what}`,
      actor,
      about: { kind: 'user', id: user.userId, label: fullName(user.name) },
      products: [{ id: subscriptionId, label: called }],
      facts: { product: called },
    },
    now,
  );
}
