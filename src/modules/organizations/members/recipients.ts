import type { OrganizationId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { usersOf } from '#modules/identity/index.ts';
import type { Recipient } from '#modules/messages/index.ts';
import { membersOf } from './member.store.ts';
import { permissionsOf, type OrganizationPermission } from './rights.rules.ts';

/** Subjects that an organization's members are written to about. */
export type Subject = 'identity' | 'billing' | 'products';

const needed: Readonly<Record<Subject, OrganizationPermission>> = {
  identity: 'organization.edit-identity',
  billing: 'billing.see',
  products: 'products.order',
};

/** Whom to write to: the members who may do something about it, each in their own language. */
export async function recipientsOf(
  tx: Tx,
  organizationId: OrganizationId,
  subject: Subject,
): Promise<Recipient[]> {
  const members = await membersOf(tx, organizationId);
  const concerned = members.filter(({ role, billingRight }) =>
    permissionsOf(role, billingRight).has(needed[subject]),
  );
  const users = await usersOf(
    tx,
    concerned.map(({ userId }) => userId),
  );
  return users.map(({ userId, name, address, language }) => ({
    userId,
    address,
    language,
    organizationId,
    name: `${name.first} ${name.last}`,
  }));
}
