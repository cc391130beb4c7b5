import { sql } from 'kysely';
import { fromUuid, toUuid, type OrganizationId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { subscriptions } from '../tables.generated.ts';
import type { SubscriptionId } from './subscription.rules.ts';

/** Which of some organizations have a product of a kind that has not ended. */
export async function organizationsWith(
  tx: Tx,
  { kind, organizationIds }: { kind: string; organizationIds: readonly OrganizationId[] },
): Promise<OrganizationId[]> {
  const { rows } = await sql<{ organization_id: string }>`
    select distinct organization_id from subscriptions.subscription
    where organization_id = any(${organizationIds.map(toUuid)}::uuid[])
      and kind = ${kind} and state not in ('ended', 'moved')`.execute(subscriptions(tx));
  return rows.map((row) => fromUuid('org', row.organization_id));
}

/** The products of a kind that an organization has, the oldest first. */
export async function productsOfKind(
  tx: Tx,
  { organizationId, kind }: { organizationId: OrganizationId; kind: string },
): Promise<SubscriptionId[]> {
  const rows = await subscriptions(tx)
    .selectFrom('subscriptions.subscription')
    .select('id')
    .where('organization_id', '=', toUuid(organizationId))
    .where('kind', '=', kind)
    .where('state', 'not in', ['ended', 'moved'])
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => fromUuid('sub', id));
}
