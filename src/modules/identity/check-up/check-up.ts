import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import { securitySettingsOf } from '../alerts/alert.store.ts';
import { isOwnFactor } from '../factors/factor.rules.ts';
import { activeFactors } from '../factors/factor.store.ts';
import { passwordStanding } from '../passwords/credential.store.ts';
import { presentAddressOf } from '../recovery/address/recovery-address.store.ts';
import { firstSeenOf } from '../sessions/device.store.ts';
import { sessionsOf } from '../sessions/session.store.ts';
import { improvementsOf, type Finding } from './check-up.rules.ts';

/** What could protect the account of who asks better. */
export async function checkUp(
  tx: Tx,
  { userId, sessionId }: Extract<Actor, { kind: 'user' }>,
  now: Instant,
): Promise<Finding[]> {
  const holder = { kind: 'user', id: userId } as const;
  const { isPasswordDoubted } = await passwordStanding(tx, holder);
  const { alerts } = await securitySettingsOf(tx, userId);
  const sessions = await sessionsOf(tx, holder, now);
  const firstSeen = await firstSeenOf(tx, holder);
  const own = sessions.find((session) => session.sessionId === sessionId)?.deviceId;
  const protection = {
    isPasswordDoubted,
    secondFactors: (await activeFactors(tx, holder)).filter(isOwnFactor).length,
    hasRecoveryAddress: (await presentAddressOf(tx, userId)) !== undefined,
    alertsOfFailures: alerts.failures,
    others: sessions
      .filter(({ deviceId }) => deviceId !== own)
      .map(({ deviceId, createdAt, seenAt, stay }) => {
        const deviceSince = firstSeen.get(deviceId) ?? createdAt;
        return { deviceSince, seenAt, staysSignedIn: stay };
      }),
  };
  return improvementsOf(protection, now);
}
