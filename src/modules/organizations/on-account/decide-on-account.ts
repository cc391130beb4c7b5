import { record } from '#modules/activity/index.ts';
import { queue } from '#modules/messages/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { OrganizationId, StaffId } from '#kernel/ids.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { recipientsOf } from '../members/recipients.ts';
import { alreadyOnAccount, notOnAccount } from '../organization/organization.refusals.ts';
import type { Organization } from '../organization/organization.rules.ts';
import { lockOrganization } from '../organization/read-organization.ts';
import { insertGrant, revokeGrant } from './grant.store.ts';
import { onAccountGranted, onAccountRevoked } from './on-account.letter.ts';

export type Decision = {
  readonly organizationId: OrganizationId;
  readonly reason: string;
  readonly actor: { readonly kind: 'staff'; readonly staffId: StaffId; readonly name: string };
};

/** Staff allow an organization to order on account (D35). */
export async function grantOnAccount(tx: Tx, decision: Decision, now: Instant): Promise<void> {
  const { organizationId, reason, actor } = decision;
  const organization = await lockOrganization(tx, organizationId);
  if (organization.onAccount) throw alreadyOnAccount({});
  await insertGrant(tx, { organizationId, reason, by: actor.name }, now);
  await tell(tx, { organization, decision, isGranted: true }, now);
}

/** Staff take it back; what is invoiced already stays due as it is. */
export async function revokeOnAccount(tx: Tx, decision: Decision, now: Instant): Promise<void> {
  const { organizationId, reason, actor } = decision;
  const organization = await lockOrganization(tx, organizationId);
  if (!organization.onAccount) throw notOnAccount({});
  await revokeGrant(tx, { organizationId, reason, by: actor.name }, now);
  await tell(tx, { organization, decision, isGranted: false }, now);
}

type Told = {
  readonly organization: Organization;
  readonly decision: Decision;
  readonly isGranted: boolean;
};

async function tell(tx: Tx, { organization, decision, isGranted }: Told, now: Instant) {
  const { organizationId, name } = organization;
  const link = `${settingsOf(tx).origin}/o/${organizationId}/billing/invoices`;
  const letter = isGranted ? onAccountGranted : onAccountRevoked;
  for (const to of await recipientsOf(tx, organizationId, 'billing')) {
    await queue(tx, letter, { organization: name, link }, to, now);
  }
  await record(
    tx,
    {
      stream: { organizationId },
      action: `organizations.on-account-${isGranted ? 'granted' : 'revoked'}`,
      actor: decision.actor,
      about: { kind: 'organization', id: organizationId, label: name },
      facts: { reason: decision.reason },
    },
    now,
  );
}
