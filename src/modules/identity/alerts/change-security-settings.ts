import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { record } from '#modules/activity/index.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { accountOf } from '../accounts/account.store.ts';
import { tellEveryAddress } from '../notices/tell-every-address.ts';
import {
  lockSecuritySettings,
  saveSecuritySettings,
  type SecuritySettings,
} from './alert.store.ts';
import { securitySettingsChanged } from './security-settings-changed.letter.ts';

export type ChangeSecuritySettings = {
  readonly alertSignIns?: boolean | undefined;
  readonly alertFailures?: boolean | undefined;
  readonly lockAfter?: number | undefined;
};

/** Changes what a person is told of, and when strangers are out; the owner is told of it too. */
export async function changeSecuritySettings(
  tx: Tx,
  { actor, ...change }: ChangeSecuritySettings & { actor: Extract<Actor, { kind: 'user' }> },
  now: Instant,
): Promise<SecuritySettings> {
  const { userId } = actor;
  const before = await lockSecuritySettings(tx, userId);
  const after: SecuritySettings = {
    alerts: {
      signIns: change.alertSignIns ?? before.alerts.signIns,
      failures: change.alertFailures ?? before.alerts.failures,
    },
    lockAfter: change.lockAfter ?? before.lockAfter,
  };
  const { alerts, lockAfter } = after;
  const isSame =
    alerts.signIns === before.alerts.signIns &&
    alerts.failures === before.alerts.failures &&
    lockAfter === before.lockAfter;
  if (isSame) return before;
  await saveSecuritySettings(tx, userId, after);
  const link = `${settingsOf(tx).origin}/account/security/settings`;
  const account = await accountOf(tx, { kind: 'user', id: userId });
  const facts = { ...alerts, lockAfter, link };
  await tellEveryAddress(tx, account, { letter: securitySettingsChanged, facts }, now);
  const happening = { stream: { userId }, action: 'identity.security-settings-changed', actor };
  await record(tx, { ...happening, facts: { ...alerts, lockAfter } }, now);
  return after;
}
