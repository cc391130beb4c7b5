import type { Tx } from '#platform/database/tx.ts';
import { lockOrganization } from '#modules/organizations/index.ts';
import { productNotFound } from '../products/subscription.refusals.ts';
import { isSuite, isThere } from '../products/subscription.rules.ts';
import {
  lockSubscription,
  type Subscription,
  type SubscriptionRef,
} from '../products/subscription.store.ts';
import { noSuite } from './place.refusals.ts';

/** A suite that people can be let into and taken out of; the organization is locked before it. */
export async function lockSuite(tx: Tx, ref: SubscriptionRef): Promise<Subscription> {
  await lockOrganization(tx, ref.organizationId);
  const subscription = await lockSubscription(tx, ref);
  if (!subscription) throw productNotFound({});
  if (!isSuite(subscription.kind) || !isThere(subscription.state)) throw noSuite({});
  return subscription;
}
