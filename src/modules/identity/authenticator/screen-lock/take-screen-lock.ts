import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Account } from '../../accounts/account.rules.ts';
import type { FactorId } from '../../factors/factor.rules.ts';
import { suspend } from '../../factors/passkeys/passkey.store.ts';
import { tellSuspended } from '../../factors/passkeys/tell-suspended.ts';
import { screenLockNeeded } from './screen-lock.refusals.ts';
import { noteLockUse, screenLockOf } from './screen-lock.store.ts';

/** What the screen lock of a phone signed, with the phone’s own count. */
export type Shown = { readonly credentialId: Buffer; readonly count: number };

/**
 * Uses up what the screen lock signed; the caller holds the account’s lock. Refused where the phone
 * made one since. False where its count did not grow: it may be a copy, and its app is stopped.
 */
export async function takeScreenLock(
  tx: Tx,
  approval: { account: Account; factorId: FactorId; shown: Shown | undefined },
  now: Instant,
): Promise<boolean> {
  const { account, factorId, shown } = approval;
  const kept = await screenLockOf(tx, factorId);
  if (!kept && !shown) return true;
  if (!kept || !shown?.credentialId.equals(kept.credentialId)) throw screenLockNeeded({});
  if (await noteLockUse(tx, { factorId, count: shown.count })) return true;
  const { holder } = account;
  if (await suspend(tx, factorId, now)) await tellSuspended(tx, { holder, type: 'push' }, now);
  return false;
}
