import type { Tx } from '#platform/database/tx.ts';
import { lockOrganization } from '#modules/organizations/index.ts';
import { productNotFound } from '../products/subscription.refusals.ts';
import { isThere } from '../products/subscription.rules.ts';
import {
  lockSubscription,
  type Subscription,
  type SubscriptionRef,
} from '../products/subscription.store.ts';
import { noMailService } from './mail.refusals.ts';
import { isMailService } from './mail.rules.ts';

/** A mail service whose addresses can change; the organization is locked before it. */
export async function lockMailService(tx: Tx, ref: SubscriptionRef): Promise<Subscription> {
  await lockOrganization(tx, ref.organizationId);
  const subscription = await lockSubscription(tx, ref);
  if (!subscription) throw productNotFound({});
  const { kind, state } = subscription;
  if (!isMailService(kind) || !isThere(state)) throw noMailService({});
  return subscription;
}
