import type { Doer } from '#modules/activity/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { OrganizationId, UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { userOf } from '#modules/identity/index.ts';
import type { SubscriptionRef } from '../products/subscription.store.ts';
import { lockSuite } from './lock-suite.ts';
import { notInSuite } from './place.refusals.ts';
import { deletePlace, suitesOf } from './place.store.ts';
import { recordPlace, tellPlace, type Giver } from './tell-place.ts';

/** Somebody uses the suite no more; their place is free for another. */
export async function withdrawPlace(
  tx: Tx,
  { userId, ...ref }: SubscriptionRef & { readonly userId: UserId },
  actor: Giver,
  now: Instant,
): Promise<void> {
  const suite = await lockSuite(tx, ref);
  if (!(await deletePlace(tx, ref, userId))) throw notInSuite({});
  const user = await userOf(tx, userId);
  await tellPlace(tx, { suite, user, actor, what: 'withdrawn' }, now);
}

type Ended = {
  readonly organizationId: OrganizationId;
  readonly userId: UserId;
  readonly actor: Doer;
};

/**
 * Who is a member no more is in no suite of the organization either. Listens to
 * `organizations.membership-ended`.
 */
export async function withdrawPlacesOf(
  tx: Tx,
  { organizationId, userId, actor }: Ended,
  now: Instant,
): Promise<void> {
  for (const suite of await suitesOf(tx, userId, [organizationId])) {
    await deletePlace(tx, suite, userId);
    const user = await userOf(tx, userId);
    await recordPlace(tx, { suite, user, actor, what: 'withdrawn' }, now);
  }
}
