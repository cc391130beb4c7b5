import { Refusal } from '#kernel/refusal.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { Within } from '#platform/database/database.ts';
import { keysOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Keys } from '#platform/keys/keys.ts';
import { enqueue } from '#platform/jobs/enqueue.ts';
import type { Account, Door } from '../accounts/account.rules.ts';
import { resealCredential } from '../passwords/credential.store.ts';
import { hasher, nobodysRecord } from '../passwords/hashing.ts';
import { hashCost, needsRehash } from '../passwords/password.rules.ts';
import { isWorthTelling } from '../alerts/alert.rules.ts';
import { deviceLabel } from '../sessions/device-name.ts';
import { tokenHash } from '../tokens/token.ts';
import { failedTryJob, type FailedTry } from './note-failed-try.ts';
import { findSigner } from './signer.store.ts';
import { closeFailedTry, refundTry, reserveTry, type Try } from './reserve-try.ts';
import { passDoor } from './work/pass-door.ts';

export type PasswordTry = {
  readonly door: Door;
  readonly where: FailedTry['where'];
  readonly address: string;
  readonly password: string;
  readonly deviceToken: string | undefined;
  readonly agent: string;
  readonly prefix: string;
  readonly proofOfWork: string | undefined;
};

/** A try that was counted and checked; somebody must settle it in the next transaction. */
export type CheckedTry = {
  readonly account: Account | undefined;
  readonly attempt: Try;
  readonly isRight: boolean;
  readonly version: number;
  /** The same password at today's cost, where the stored record asks for less (PW-11). */
  readonly betterRecord: string | undefined;
};

/**
 * Checks a password as every door must: the try is reserved and committed, then exactly one hash is
 * computed outside any transaction, whether or not there is anything to compare with (3.2, 3.8).
 */
export async function checkPassword(
  within: Within,
  given: PasswordTry,
  now: Instant,
): Promise<CheckedTry> {
  return hasher.lineUp(() => check(within, given, now));
}

async function check(within: Within, given: PasswordTry, now: Instant): Promise<CheckedTry> {
  const { account, attempt, credential } = await within((tx) => reserved(tx, given, now));
  const isRight = await hasher.verify(credential?.record, given.password).catch(async (error) => {
    if (error instanceof Refusal) await within((tx) => refundTry(tx, attempt));
    throw error;
  });
  const isWeak = isRight && credential && needsRehash(credential.record, hashCost);
  const betterRecord = isWeak ? await hasher.hash(given.password) : undefined;
  return { account, attempt, isRight, version: credential?.version ?? 0, betterRecord };
}

/** Leaves a failed try counted and noted. The caller refuses after the commit. */
export async function settleFailed(
  tx: Tx,
  { account, attempt }: CheckedTry,
  given: PasswordTry,
  now: Instant,
): Promise<void> {
  const hasLocked = await closeFailedTry(tx, attempt, now);
  await enqueue(tx, failedTryJob, {
    holder: account?.holder ?? null,
    where: given.where,
    device: deviceLabel(given.agent),
    from: given.prefix,
    target: attempt.key.toString('hex'),
    wasChecked: attempt.isGranted,
    hasLocked,
    isWorthTelling: isWorthTelling(attempt),
  });
}

/** Keeps the better record of a password that was right. */
export async function settleRight(tx: Tx, { account, version, betterRecord }: CheckedTry) {
  if (!account || betterRecord === undefined) return;
  await resealCredential(tx, { holder: account.holder, record: betterRecord, version });
}

async function reserved(tx: Tx, given: PasswordTry, now: Instant) {
  const { deviceToken } = given;
  const deviceHash = deviceToken === undefined ? undefined : tokenHash(deviceToken);
  // nothing is read for a try that the door does not take
  await passDoor(tx, `password-${given.door}`, given, now);
  const signer = await findSigner(tx, { ...given, deviceHash }, now);
  const { account, deviceId } = signer ?? {};
  const attempt = await reserveTry(tx, { ...given, account, deviceId }, now);
  const mayCheck = account && !account.isDisabled && attempt.isGranted;
  const credential = mayCheck ? signer?.credential() : openNobodysCredential(tx);
  return { account, attempt, credential };
}

const nobodys = new WeakMap<Keys, string>();

/** Takes as long as opening somebody's, so that nobody can tell by the time it takes (LK-10). */
function openNobodysCredential(tx: Tx): undefined {
  const keys = keysOf(tx);
  const purpose = { use: 'identity.credential.sealed', row: 'nobody', owner: 'nobody' };
  const sealed = nobodys.get(keys) ?? keys.seal(purpose, nobodysRecord);
  nobodys.set(keys, sealed);
  keys.open(purpose, sealed);
}
