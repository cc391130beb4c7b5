import { record } from '#modules/activity/index.ts';
import { lockOrganization } from '#modules/organizations/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { nameIsFixed, productEnded, productNotFound } from './subscription.refusals.ts';
import { hasEnded } from './subscription.rules.ts';
import { lockSubscription, saveConfiguration, type SubscriptionRef } from './subscription.store.ts';

type Command = SubscriptionRef & {
  readonly label: string;
  readonly actor: { readonly kind: 'user'; readonly userId: UserId; readonly name: string };
};

/** Calls a product otherwise, so that people tell it from its like. A domain is called by its name. */
export async function renameProduct(
  tx: Tx,
  { label, actor, ...ref }: Command,
  now: Instant,
): Promise<void> {
  await lockOrganization(tx, ref.organizationId);
  const product = await lockSubscription(tx, ref);
  if (!product) throw productNotFound({});
  if (hasEnded(product.state)) throw productEnded({});
  if (product.kind === 'domain') throw nameIsFixed({});
  if (product.label === label) return;

  const { label: _, ...rest } = product.configuration;
  await saveConfiguration(tx, ref, {
    label,
    configuration: label === '' ? rest : { ...rest, label },
  });
  const name = product.productName.en;
  await record(
    tx,
    {
      stream: { organizationId: ref.organizationId },
      action: 'subscriptions.product-renamed',
      actor,
      about: { kind: 'product', id: ref.subscriptionId, label: label || name },
      facts: { before: product.label || name, after: label || name },
    },
    now,
  );
}
