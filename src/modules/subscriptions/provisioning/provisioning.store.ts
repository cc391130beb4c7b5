import { sql } from 'kysely';
import { z } from 'zod';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { SubscriptionRef } from '../products/subscription.store.ts';
import { subscriptions, type SubscriptionsTables } from '../tables.generated.ts';
import type { ProvisioningResult, ProvisioningState } from './provisioning.rules.ts';

/** The making of a product: asked for, tried, done or failed. */
export type Provisioning = SubscriptionRef & {
  readonly state: ProvisioningState;
  readonly tries: number;
  readonly lastProblem: string | undefined;
  readonly result: ProvisioningResult;
  readonly requestedAt: Instant;
  readonly finishedAt: Instant | undefined;
};

type Row = {
  [C in keyof SubscriptionsTables['subscriptions.provisioning']]: C extends 'tries'
    ? number
    : C extends 'result'
      ? unknown
      : SubscriptionsTables['subscriptions.provisioning'][C];
};

const storedResult = z.record(z.string(), z.string());

function toProvisioning(row: Row): Provisioning {
  return {
    organizationId: fromUuid('org', row.organization_id),
    subscriptionId: fromUuid('sub', row.subscription_id),
    state: row.state,
    tries: row.tries,
    lastProblem: row.last_problem ?? undefined,
    result: storedResult.parse(row.result),
    requestedAt: row.requested_at,
    finishedAt: row.finished_at ?? undefined,
  };
}

export async function findProvisioning(
  tx: Tx,
  ref: SubscriptionRef,
): Promise<Provisioning | undefined> {
  const row = await subscriptions(tx)
    .selectFrom('subscriptions.provisioning')
    .selectAll()
    .where('organization_id', '=', toUuid(ref.organizationId))
    .where('subscription_id', '=', toUuid(ref.subscriptionId))
    .executeTakeFirst();
  return row && toProvisioning(row);
}

/** A product that moves was made once: where it runs goes with it. */
export async function copyProvisioning(
  tx: Tx,
  from: SubscriptionRef,
  to: SubscriptionRef,
): Promise<void> {
  await sql`
    insert into subscriptions.provisioning (organization_id, subscription_id, state, tries,
      last_problem, result, requested_at, finished_at)
    select ${toUuid(to.organizationId)}::uuid, ${toUuid(to.subscriptionId)}::uuid, state, tries,
      last_problem, result, requested_at, finished_at
    from subscriptions.provisioning
    where organization_id = ${toUuid(from.organizationId)}::uuid
      and subscription_id = ${toUuid(from.subscriptionId)}::uuid`.execute(subscriptions(tx));
}

/** Only under the lock of its subscription. */
export async function saveProvisioning(tx: Tx, of: Provisioning): Promise<void> {
  await subscriptions(tx)
    .updateTable('subscriptions.provisioning')
    .set({
      state: of.state,
      tries: of.tries,
      last_problem: of.lastProblem ?? null,
      result: JSON.stringify(of.result),
      finished_at: of.finishedAt ?? null,
    })
    .where('organization_id', '=', toUuid(of.organizationId))
    .where('subscription_id', '=', toUuid(of.subscriptionId))
    .execute();
}

/** Products that could not be made, of all organizations, for staff; the latest first. */
export async function selectFailed(tx: Tx, limit: number): Promise<Provisioning[]> {
  const rows = await subscriptions(tx)
    .selectFrom('subscriptions.provisioning')
    .selectAll()
    .where('state', '=', 'failed')
    .orderBy('finished_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toProvisioning);
}
