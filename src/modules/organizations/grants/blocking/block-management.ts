import { record } from '#modules/activity/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import { lockOrganization } from '../../organization/read-organization.ts';
import type { By } from '../change-grants.ts';
import { blockOf, deleteBlock, saveBlock, type ProductRef } from './block.store.ts';
import { productsNotThere } from '../grant.refusals.ts';
import { labelOf, productsNamed, type ProductName } from '../products-named.ts';

/**
 * Blocks the management of a product: what grants and teams give on it waits, whoever holds it;
 * those who administrate go on managing it. Seeing stays. Asked again, the reason is the new one.
 */
export async function blockManagement(
  tx: Tx,
  { reason, actor, ...ref }: ProductRef & { readonly reason: string; readonly actor: By },
  now: Instant,
): Promise<void> {
  await lockOrganization(tx, ref.organizationId);
  const product = await runningProduct(tx, ref, now);
  const before = await blockOf(tx, ref);
  if (before?.reason === reason) return;
  await saveBlock(tx, ref, { reason, blockedAt: now, blockedBy: actor.userId });
  await note(tx, { ref, product, actor, action: 'management-blocked', facts: { reason } }, now);
}

/** What grants and teams give on it counts again. */
export async function unblockManagement(
  tx: Tx,
  { actor, ...ref }: ProductRef & { readonly actor: By },
  now: Instant,
): Promise<void> {
  await lockOrganization(tx, ref.organizationId);
  const product = await runningProduct(tx, ref, now);
  if (!(await deleteBlock(tx, ref))) return;
  await note(tx, { ref, product, actor, action: 'management-unblocked', facts: {} }, now);
}

async function runningProduct(tx: Tx, ref: ProductRef, now: Instant): Promise<ProductName> {
  const { organizationId, subscriptionId } = ref;
  const asked = { organizationId, subscriptionIds: [subscriptionId] };
  const [product] = await productsNamed.announce(tx, asked, now);
  if (!product?.isRunning) throw productsNotThere({ count: 1 });
  return product;
}

type Noted = {
  readonly ref: ProductRef;
  readonly product: ProductName;
  readonly actor: By;
  readonly action: 'management-blocked' | 'management-unblocked';
  readonly facts: { readonly [name: string]: string };
};

async function note(tx: Tx, { ref, product, actor, action, facts }: Noted, now: Instant) {
  const about = { kind: 'product', id: ref.subscriptionId, label: labelOf(product) };
  const stream = { organizationId: ref.organizationId };
  await record(tx, { stream, action: `organizations.${action}`, actor, about, facts }, now);
}
