import { record } from '#modules/activity/index.ts';
import { queue } from '#modules/messages/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { OrganizationId, UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { membersOf } from '../../members/member.store.ts';
import { recipientsOf } from '../../members/recipients.ts';
import { lockOrganization } from '../read-organization.ts';
import { checkDeletion, type Checked } from './deletion.rules.ts';
import { saveDeletion } from './deletion.store.ts';
import { notDeletable } from './deletion.refusals.ts';
import { organizationDeleted } from './organization-deleted.letter.ts';
import { whatHolds } from './what-holds.ts';

/** What must be so before an organization can be deleted, and what is still open of it. */
export async function readDeletion(
  tx: Tx,
  organizationId: OrganizationId,
  now: Instant,
): Promise<readonly Checked[]> {
  const held = await whatHolds.announce(tx, { organizationId }, now);
  const others = (await membersOf(tx, organizationId)).length - 1;
  return checkDeletion([...held, { kind: 'members', count: others, amounts: [] }]);
}

type Command = {
  readonly organizationId: OrganizationId;
  readonly actor: { readonly kind: 'user'; readonly userId: UserId; readonly name: string };
};

/**
 * Deletes an organization that holds nothing any more (N2). Under its lock: an order or a member
 * that comes at the same time is there before, and holds it, or finds it gone. Invoices and the log
 * stay, as the law wants.
 */
export async function deleteOrganization(
  tx: Tx,
  { organizationId, actor }: Command,
  now: Instant,
): Promise<void> {
  const { name, customerNumber } = await lockOrganization(tx, organizationId);
  const open = (await readDeletion(tx, organizationId, now)).filter(({ isMet }) => !isMet);
  if (open.length > 0) throw notDeletable({ open: open.map(({ kind }) => kind).join(', ') });

  for (const to of await recipientsOf(tx, organizationId, 'identity')) {
    const { organizationId: _, ...reader } = to; // the mail is the reader's: the organization goes
    const facts = { organization: name, customerNumber, by: actor.name, at: now };
    await queue(tx, organizationDeleted, facts, reader, now);
  }
  await saveDeletion(tx, { organizationId, by: actor.userId }, now);
  const about = { kind: 'organization', id: organizationId, label: name };
  const action = 'organizations.organization-deleted';
  const facts = { customerNumber };
  await record(tx, { stream: { organizationId }, action, actor, about, facts }, now);
}
