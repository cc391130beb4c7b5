import { sql } from 'kysely';
import { fromUuid, toUuid, type OrganizationId, type UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { organizations } from '../tables.generated.ts';
import { everything, type Contact } from './contact.rules.ts';

/** What those members want to read who turned something off; the others want everything. */
export async function choicesIn(
  tx: Tx,
  organizationId: OrganizationId,
): Promise<ReadonlyMap<UserId, Contact>> {
  const rows = await organizations(tx)
    .selectFrom('organizations.member')
    .select(['user_id', 'billing_messages', 'product_messages'])
    .where('organization_id', '=', toUuid(organizationId))
    .where(sql<boolean>`not (billing_messages and product_messages)`)
    .execute();
  return new Map(rows.map((row) => [fromUuid('usr', row.user_id), toContact(row)]));
}

/** What somebody wants to read, of each organization where they turned something off. */
export async function choicesOf(
  tx: Tx,
  userId: UserId,
): Promise<ReadonlyMap<OrganizationId, Contact>> {
  const rows = await organizations(tx)
    .selectFrom('organizations.member')
    .select(['organization_id', 'billing_messages', 'product_messages'])
    .where('user_id', '=', toUuid(userId))
    .where(sql<boolean>`not (billing_messages and product_messages)`)
    .execute();
  return new Map(rows.map((row) => [fromUuid('org', row.organization_id), toContact(row)]));
}

export const chosen = <Key>(choices: ReadonlyMap<Key, Contact>, key: Key): Contact =>
  choices.get(key) ?? everything;

export async function saveContact(
  tx: Tx,
  { organizationId, userId }: { organizationId: OrganizationId; userId: UserId },
  { billing, products }: Contact,
): Promise<void> {
  await organizations(tx)
    .updateTable('organizations.member')
    .set({ billing_messages: billing, product_messages: products })
    .where('organization_id', '=', toUuid(organizationId))
    .where('user_id', '=', toUuid(userId))
    .execute();
}

function toContact(row: { billing_messages: boolean; product_messages: boolean }): Contact {
  return { billing: row.billing_messages, products: row.product_messages };
}
