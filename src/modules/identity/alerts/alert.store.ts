import { sql } from 'kysely';
import { fromUuid, toUuid, type UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { identity } from '../tables.generated.ts';
import type { Alerts } from './alert.rules.ts';

/** What a person decided about alerts and the lock-out. */
export type SecuritySettings = {
  readonly alerts: Alerts;
  /** Failed tries in a row until strange browsers are locked out (D6). */
  readonly lockAfter: number;
};

export async function securitySettingsOf(tx: Tx, userId: UserId): Promise<SecuritySettings> {
  return toSettings(await settings(tx, userId).executeTakeFirstOrThrow());
}

/** Locked: what a change is compared with stays until it is written. */
export async function lockSecuritySettings(tx: Tx, userId: UserId): Promise<SecuritySettings> {
  return toSettings(await settings(tx, userId).forUpdate().executeTakeFirstOrThrow());
}

export async function saveSecuritySettings(
  tx: Tx,
  userId: UserId,
  { alerts, lockAfter }: SecuritySettings,
): Promise<void> {
  await identity(tx)
    .updateTable('identity.user')
    .set({
      alert_sign_ins: alerts.signIns,
      alert_failures: alerts.failures,
      lock_after: lockAfter,
    })
    .where('id', '=', toUuid(userId))
    .execute();
}

/** Who a lane is kept for, and when it locks. */
export type LockThreshold = {
  readonly userId: UserId;
  readonly address: string;
  readonly lockAfter: number;
};

export async function lockThresholdsOf(
  tx: Tx,
  userIds: readonly UserId[],
): Promise<LockThreshold[]> {
  const rows = await identity(tx)
    .selectFrom('identity.user')
    .select(['id', 'address', 'lock_after'])
    .where(sql<boolean>`id = any(${userIds.map(toUuid)}::uuid[])`)
    .execute();
  return rows.map(({ id, address, lock_after: lockAfter }) => {
    return { userId: fromUuid('usr', id), address, lockAfter };
  });
}

function settings(tx: Tx, userId: UserId) {
  return identity(tx)
    .selectFrom('identity.user')
    .select(['alert_sign_ins', 'alert_failures', 'lock_after'])
    .where('id', '=', toUuid(userId));
}

function toSettings(row: {
  alert_sign_ins: boolean;
  alert_failures: boolean;
  lock_after: number;
}): SecuritySettings {
  const alerts = { signIns: row.alert_sign_ins, failures: row.alert_failures };
  return { alerts, lockAfter: row.lock_after };
}
