import { createHash } from 'node:crypto';
import type { Instant } from '#kernel/calendar.ts';
import { toUuid } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { addressKey } from '../accounts/address.rules.ts';
import type { Account, Door } from '../accounts/account.rules.ts';
import { endTrust, findTrustedDevice, type DeviceId } from '../sessions/device.store.ts';
import { tokenHash } from '../tokens/token.ts';
import { laneLimits, secondsUntil, standingOf, withOneMore, type LaneKind } from './lane.rules.ts';
import { clearLanes, isLockNews, lockLane, refundLane, saveLane } from './lane.store.ts';

/** One try at a password, counted before it is checked. */
export type Try = {
  readonly kind: LaneKind;
  readonly threshold: number;
  readonly key: Buffer;
  readonly deviceId: DeviceId | undefined;
  /** Not granted: paused or locked. Nothing may be checked, and nobody is told at the door. */
  readonly isGranted: boolean;
  readonly waitSeconds: number;
  /** Tries in a row, this one included. */
  readonly count: number;
};

/**
 * Reserves a try at the password of an address (identity 3.8). A browser that is known for the
 * account counts in a lane of its own, so that strangers cannot lock the owner out (LK-05). Unknown
 * addresses count like known ones.
 */
export async function reserveTry(
  tx: Tx,
  who: {
    door: Door;
    address: string;
    account: Account | undefined;
    deviceToken: string | undefined;
  },
  now: Instant,
): Promise<Try> {
  const device = await knownDevice(tx, who, now);
  const kind = device ? 'device' : 'stranger';
  const key = device
    ? laneKey(who.door, 'device', toUuid(device))
    : laneKey(who.door, 'stranger', addressKey(who.address));
  const threshold = device
    ? laneLimits.deviceThreshold
    : (who.account?.lockAfter ?? laneLimits.defaultThreshold);

  const lane = await lockLane(tx, key, now);
  const standing = standingOf(lane, { kind, threshold }, now);
  const isGranted = standing.kind === 'open';
  const counted = withOneMore(lane, threshold, now);
  if (isGranted) await saveLane(tx, key, counted);
  const waitSeconds = secondsUntil(standing, now);
  const { count } = counted;
  return { kind, threshold, key, deviceId: device, isGranted, waitSeconds, count };
}

/**
 * The password was right: the tries in a row are over, for strange browsers and for this one. Gives
 * how many they were, the right one included where it is still counted.
 */
export async function clearTries(
  tx: Tx,
  { account, deviceId }: { account: Account; deviceId: DeviceId },
): Promise<number> {
  const door = account.holder.kind;
  return clearLanes(tx, [
    laneKey(door, 'stranger', addressKey(account.address)),
    laneKey(door, 'device', toUuid(deviceId)),
  ]);
}

/** The try was never checked. */
export async function refundTry(tx: Tx, attempt: Try): Promise<void> {
  if (attempt.isGranted) await refundLane(tx, attempt.key);
}

/** Leaves a failed try counted. Tells whether it was the one that closed the lane. */
export async function closeFailedTry(tx: Tx, attempt: Try, now: Instant): Promise<boolean> {
  const hasClosed = await isLockNews(tx, attempt, now);
  if (hasClosed && attempt.deviceId) await endTrust(tx, attempt.deviceId, now);
  return hasClosed && attempt.kind === 'stranger';
}

/** The lane in which strange browsers count for a user. */
export function strangersLane(address: string): Buffer {
  return laneKey('user', 'stranger', addressKey(address));
}

async function knownDevice(
  tx: Tx,
  { account, deviceToken }: { account: Account | undefined; deviceToken: string | undefined },
  now: Instant,
): Promise<DeviceId | undefined> {
  if (!account || deviceToken === undefined) return undefined;
  return findTrustedDevice(tx, { holder: account.holder, tokenHash: tokenHash(deviceToken) }, now);
}

function laneKey(door: Door, kind: LaneKind, whose: string): Buffer {
  return createHash('sha256')
    .update(JSON.stringify(['password', door, kind, whose]))
    .digest();
}
