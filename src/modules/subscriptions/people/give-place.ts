import type { Instant } from '#kernel/calendar.ts';
import { fromUuid } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { findUserByAddress, fullName, userOf } from '#modules/identity/index.ts';
import { membershipOf } from '#modules/organizations/index.ts';
import { changesOf, type OrderRef } from '../orders/order.store.ts';
import { includedIn } from '../products/included.ts';
import { hasRoom, isPersonal } from '../products/subscription.rules.ts';
import type { Subscription, SubscriptionRef } from '../products/subscription.store.ts';
import { lockSuite } from './lock-suite.ts';
import { noPlaceLeft, notAMember } from './place.refusals.ts';
import { insertPlace, placesOf } from './place.store.ts';
import { tellPlace, type Giver } from './tell-place.ts';

/** Lets a member use a suite, while it has places; somebody who is in it already stays in it. */
export async function givePlace(
  tx: Tx,
  { address, ...ref }: SubscriptionRef & { readonly address: string },
  actor: Giver,
  now: Instant,
): Promise<void> {
  const suite = await lockSuite(tx, ref);
  const user = await findUserByAddress(tx, address);
  const isMember = user && (await membershipOf(tx, user.userId, ref.organizationId));
  if (!isMember) throw notAMember({});

  const { userId } = user;
  const taken = await placesOf(tx, ref);
  if (taken.some((place) => place.userId === userId)) return;
  const included = await includedIn(tx, suite, 'users');
  if (!hasRoom(taken.length, included)) throw noPlaceLeft({ places: included ?? 0 });
  await insertPlace(tx, ref, { userId, givenAt: now, givenBy: actor.userId });
  await tellPlace(tx, { suite, user, actor, what: 'given' }, now);
}

/** Whoever ordered a personal suite is in it from the start, unless they left meanwhile. */
export async function givePlaceToOwner(
  tx: Tx,
  suite: Pick<Subscription, 'organizationId' | 'subscriptionId' | 'kind' | 'productName' | 'label'>,
  order: OrderRef,
  now: Instant,
): Promise<void> {
  if (!isPersonal(suite.kind)) return;
  const placed = (await changesOf(tx, order)).find(({ to }) => to === 'open');
  if (placed?.by.kind !== 'user' || placed.by.id === undefined) return;
  const userId = fromUuid('usr', placed.by.id);
  if (!(await membershipOf(tx, userId, suite.organizationId))) return;
  const user = await userOf(tx, userId);
  const actor = { kind: 'user', userId, name: fullName(user.name) } as const;
  await insertPlace(tx, suite, { userId, givenAt: now, givenBy: userId });
  await tellPlace(tx, { suite, user, actor, what: 'given' }, now);
}
