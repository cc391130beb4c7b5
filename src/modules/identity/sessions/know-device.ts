import type { Instant } from '#kernel/calendar.ts';
import { newId } from '#kernel/new-id.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Holder } from '../accounts/account.rules.ts';
import { newToken, tokenHash } from '../tokens/token.ts';
import { deviceLabel } from './device-name.ts';
import { insertDevice, renewDevice, type DeviceId } from './device.store.ts';
import { after, deviceSeconds } from './session.rules.ts';

export type KnownDevice = {
  readonly deviceId: DeviceId;
  readonly token: string;
  /** Nobody signed in there yet; a link of a mail may have made it known before. */
  readonly isNew: boolean;
};

/** Makes a browser known for a holder, with a fresh token in any case. */
export async function knowDevice(
  tx: Tx,
  browser: { holder: Holder; deviceToken: string | undefined; agent: string },
  now: Instant,
): Promise<KnownDevice> {
  const { holder, deviceToken, agent } = browser;
  const token = newToken('md');
  const newHash = tokenHash(token);
  const trustedUntil = after(now, deviceSeconds);
  const known =
    deviceToken === undefined
      ? undefined
      : await renewDevice(
          tx,
          { holder, oldHash: tokenHash(deviceToken), newHash, trustedUntil },
          now,
        );
  if (known) return { ...known, token };

  const deviceId = newId('dev', now);
  const device = { deviceId, holder, tokenHash: newHash, name: deviceLabel(agent), trustedUntil };
  await insertDevice(tx, device, now);
  return { deviceId, token, isNew: true };
}
