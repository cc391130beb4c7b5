import { sql } from 'kysely';
import { fromUuid, toUuid, type OrganizationId, type UserId } from '#kernel/ids.ts';
import type { MemberRole } from '#kernel/permission.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Membership } from '../members/member.rules.ts';
import { toMembership } from '../members/member.store.ts';
import { organizations } from '../tables.generated.ts';
import { everything, type Contact } from './contact.rules.ts';

/** The members who have one of these roles, with what each wants to read; the oldest first. */
export async function membersWithChoices(
  tx: Tx,
  organizationId: OrganizationId,
  roles: readonly MemberRole[],
): Promise<(Membership & { readonly contact: Contact })[]> {
  const rows = await organizations(tx)
    .selectFrom('organizations.member')
    .selectAll()
    .where('organization_id', '=', toUuid(organizationId))
    .where(sql<boolean>`role = any(${roles}::text[])`)
    .orderBy('joined_at')
    .orderBy('user_id')
    .execute();
  return rows.map((row) => ({ ...toMembership(row), contact: toContact(row) }));
}

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
