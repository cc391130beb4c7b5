import type { Tx } from '#platform/database/tx.ts';
import { fullName, usersOf } from '#modules/identity/index.ts';
import { membersOf } from '#modules/organizations/index.ts';
import { includedIn } from '../products/included.ts';
import { productNotFound } from '../products/subscription.refusals.ts';
import { isSuite, isThere } from '../products/subscription.rules.ts';
import { findSubscription, type SubscriptionRef } from '../products/subscription.store.ts';
import { noSuite } from './place.refusals.ts';
import { placesOf } from './place.store.ts';

/** Who is in a suite, and how many it is for. One that is over has nobody in it any more. */
export async function readPlaces(tx: Tx, ref: SubscriptionRef) {
  const subscription = await findSubscription(tx, ref);
  if (!subscription) throw productNotFound({});
  if (!isSuite(subscription.kind)) throw noSuite({});
  const isOpen = isThere(subscription.state);
  const places = isOpen ? await placesOf(tx, ref) : [];
  const ids = places.flatMap(({ userId, givenBy }) => [userId, givenBy]);
  const users = new Map((await usersOf(tx, ids)).map((user) => [user.userId, user]));
  const nameOf = (user: ReturnType<typeof users.get>) => (user ? fullName(user.name) : '');
  return {
    isOpen,
    included: (await includedIn(tx, subscription, 'users')) ?? null,
    places: places.map(({ userId, givenAt, givenBy }) => ({
      userId,
      name: nameOf(users.get(userId)),
      address: users.get(userId)?.address ?? '',
      givenAt: givenAt.toISOString(),
      givenBy: nameOf(users.get(givenBy)),
    })),
  };
}

const mostProposed = 100;

/** Members whom one may let in: those who are not in it yet, the longest members first. */
export async function proposePeople(tx: Tx, ref: SubscriptionRef) {
  const { places } = await readPlaces(tx, ref);
  const taken = new Set(places.map(({ userId }) => userId));
  const free = (await membersOf(tx, ref.organizationId)).filter(({ userId }) => !taken.has(userId));
  const users = await usersOf(
    tx,
    free.slice(0, mostProposed).map(({ userId }) => userId),
  );
  return users.map(({ name, address }) => ({ name: fullName(name), address }));
}
