import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { newId } from '#kernel/new-id.ts';
import { record } from '#modules/activity/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Account } from '../../accounts/account.rules.ts';
import { accountOf } from '../../accounts/account.store.ts';
import { addressKey } from '../../accounts/address.rules.ts';
import { holderOf } from '../../sessions/end-sessions.ts';
import { mailCode, type CodeMailed } from './mail-code.ts';
import {
  recoveryIsLogin,
  recoveryIsPresent,
  recoveryUnknown,
} from './recovery-address.refusals.ts';
import {
  pendingAddressOf,
  renewCode,
  savePending,
  toldAddressesOf,
} from './recovery-address.store.ts';

type UserActor = Extract<Actor, { kind: 'user' }>;

/** The address to sign in with is no second one. */
export function refuseLogin({ address: login }: Account, address: string): void {
  if (addressKey(login) === addressKey(address)) throw recoveryIsLogin({});
}

/**
 * Begins with a recovery address (R79, R80): it is sealed, and nothing until the code that is mailed
 * to it comes back. Whether it belongs to another account is not looked at, so nothing tells it.
 */
export async function beginRecoveryAddress(
  tx: Tx,
  { actor, address }: { actor: UserActor; address: string },
  now: Instant,
): Promise<CodeMailed> {
  const { userId } = actor;
  const account = await accountOf(tx, holderOf(actor));
  refuseLogin(account, address);
  const [latest] = await toldAddressesOf(tx, userId, now);
  const isPresent = latest && !latest.endedAt && addressKey(latest.address) === addressKey(address);
  if (isPresent) throw recoveryIsPresent({});
  const recoveryId = newId('rec', now);
  const { codeMac, expiresAt } = await mailCode(tx, { account, userId, recoveryId, address }, now);
  await savePending(tx, { userId, recoveryId, address, codeMac, expiresAt }, now);
  const happening = { stream: { userId }, action: 'identity.recovery-address-asked', actor };
  await record(tx, { ...happening, facts: {}, personal: { address } }, now);
  return { address, expiresAt };
}

/** Mails another code to what waits; the one before is worth nothing, and tries go on counting. */
export async function resendRecoveryCode(
  tx: Tx,
  actor: UserActor,
  now: Instant,
): Promise<CodeMailed> {
  const { userId } = actor;
  const account = await accountOf(tx, holderOf(actor));
  const pending = await pendingAddressOf(tx, userId, now);
  if (!pending) throw recoveryUnknown({});
  const { recoveryId, address } = pending;
  const { codeMac, expiresAt } = await mailCode(tx, { account, userId, recoveryId, address }, now);
  const isThere = await renewCode(tx, { userId, recoveryId, codeMac, expiresAt });
  if (!isThere) throw recoveryUnknown({});
  const happening = { stream: { userId }, action: 'identity.recovery-code-resent', actor };
  await record(tx, { ...happening, facts: {} }, now);
  return { address, expiresAt };
}
