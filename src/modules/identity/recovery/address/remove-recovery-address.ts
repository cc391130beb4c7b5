import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { record } from '#modules/activity/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { lockAccount } from '../../accounts/account.store.ts';
import { holderOf } from '../../sessions/end-sessions.ts';
import { recoveryUnknown } from './recovery-address.refusals.ts';
import { endConfirmed, toldAddressesOf } from './recovery-address.store.ts';
import { tellRecoveryChanged } from './tell-recovery-changed.ts';

/** Removes the recovery address: it recovers nothing any more, and is told what happens a while. */
export async function removeRecoveryAddress(
  tx: Tx,
  actor: Extract<Actor, { kind: 'user' }>,
  now: Instant,
): Promise<void> {
  const { userId } = actor;
  const account = await lockAccount(tx, holderOf(actor));
  const ended = await endConfirmed(tx, userId, now);
  if (!ended) throw recoveryUnknown({});
  const told = await toldAddressesOf(tx, userId, now);
  const address = told.find(({ recoveryId }) => recoveryId === ended)?.address ?? '';
  await tellRecoveryChanged(tx, { account, actor, happened: 'removed', address }, now);
  const happening = { stream: { userId }, action: 'identity.recovery-address-removed', actor };
  await record(tx, { ...happening, facts: {}, personal: { address } }, now);
}
