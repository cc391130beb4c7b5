import { hash } from 'node:crypto';
import type { Instant } from '#kernel/calendar.ts';
import { toUuid } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { addressKey } from '../accounts/address.rules.ts';
import type { Account, Door } from '../accounts/account.rules.ts';
import { endTrust, type DeviceId } from '../sessions/device.store.ts';
import {
  laneLimits,
  secondsUntil,
  standingOf,
  withOneMore,
  type Lane,
  type LaneKind,
  type LaneLimit,
} from './lane.rules.ts';
import { clearLanes, isLockNews, lanesWith, refundLane, takeTry } from './lane.store.ts';

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
    /** Of the browser, where the account trusts it. */
    deviceId: DeviceId | undefined;
  },
  now: Instant,
): Promise<Try> {
  const { deviceId: device } = who;
  const kind: LaneKind = device ? 'device' : 'stranger';
  const key = device
    ? laneKey(who.door, 'device', toUuid(device))
    : laneKey(who.door, 'stranger', addressKey(who.address));
  const threshold = device
    ? laneLimits.deviceThreshold
    : (who.account?.lockAfter ?? laneLimits.defaultThreshold);

  const lane = { kind, threshold, key, deviceId: device };
  const count = await takeTry(tx, key, lane, now);
  return count === undefined
    ? refused(tx, lane, now)
    : { ...lane, isGranted: true, waitSeconds: 0, count };
}

/** Nothing was counted: how long the lane stays closed. */
async function refused(
  tx: Tx,
  lane: Pick<Try, 'kind' | 'threshold' | 'key' | 'deviceId'>,
  now: Instant,
): Promise<Try> {
  const { lane: closed, waitSeconds } = await closedLane(tx, lane, now);
  const count = closed ? withOneMore(closed, lane.threshold, now).count : 1;
  return { ...lane, isGranted: false, waitSeconds, count };
}

/** A lane that took no try: what it holds, and the seconds until it opens. */
export async function closedLane(
  tx: Tx,
  { key, ...limit }: LaneLimit & { readonly key: Buffer },
  now: Instant,
): Promise<{ readonly lane: Lane | undefined; readonly waitSeconds: number }> {
  const lane = (await lanesWith(tx, [key])).get(key.toString('hex'));
  return { lane, waitSeconds: lane ? secondsUntil(standingOf(lane, limit, now), now) : 0 };
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

function laneKey(door: Door, kind: LaneKind, whose: string): Buffer {
  return hash('sha256', JSON.stringify(['password', door, kind, whose]), 'buffer');
}
