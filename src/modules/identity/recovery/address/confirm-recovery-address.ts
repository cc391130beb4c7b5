import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { record } from '#modules/activity/index.ts';
import type { Within } from '#platform/database/database.ts';
import { keysOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { refund, reserve } from '#platform/throttle/throttle.ts';
import { lockAccount } from '../../accounts/account.store.ts';
import { holderOf } from '../../sessions/end-sessions.ts';
import { refuseLogin } from './begin-recovery-address.ts';
import { purposeOfCode } from './mail-code.ts';
import { recoveryCodeWrong } from './recovery-address.refusals.ts';
import { triesBudget } from './recovery-address.rules.ts';
import {
  confirmPending,
  endConfirmed,
  tryRecoveryCode,
  type PendingAddress,
} from './recovery-address.store.ts';
import { tellRecoveryChanged } from './tell-recovery-changed.ts';

type UserActor = Extract<Actor, { kind: 'user' }>;

/**
 * Confirms the address with its code. A try is counted and committed before it is compared; then
 * one statement confirms what was compared, and nothing that took its place meanwhile.
 */
export async function confirmRecoveryAddress(
  within: Within,
  { actor, code }: { actor: UserActor; code: string },
  now: Instant,
): Promise<void> {
  const { userId } = actor;
  const tries = { key: `recovery:tries:${userId}`, budget: triesBudget };
  const pending = await within(async (tx) => {
    await reserve(tx, tries, now);
    const tried = await tryRecoveryCode(tx, userId, now);
    if (!tried) return undefined;
    const purpose = purposeOfCode(tried.recoveryId, userId);
    return keysOf(tx).isHmacOf(purpose, code, tried.codeMac) ? tried : undefined;
  });
  if (!pending) throw recoveryCodeWrong({});
  await within(async (tx) => {
    await confirm(tx, { actor, pending }, now);
    await refund(tx, tries.key);
  });
}

async function confirm(
  tx: Tx,
  { actor, pending }: { actor: UserActor; pending: PendingAddress },
  now: Instant,
): Promise<void> {
  const { userId } = actor;
  const { address } = pending;
  const account = await lockAccount(tx, holderOf(actor));
  refuseLogin(account, address);
  const before = await endConfirmed(tx, userId, now);
  if (!(await confirmPending(tx, { ...pending, userId }, now))) throw recoveryCodeWrong({});
  const happened = before ? 'replaced' : 'set';
  await tellRecoveryChanged(tx, { account, actor, happened, address }, now);
  const happening = { stream: { userId }, action: `identity.recovery-address-${happened}`, actor };
  await record(tx, { ...happening, facts: {}, personal: { address } }, now);
}
