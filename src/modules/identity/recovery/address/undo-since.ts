import { nobody } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { record } from '#modules/activity/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Account } from '../../accounts/account.rules.ts';
import { forgetSince, presentAddressOf, restoreOf } from './recovery-address.store.ts';
import { tellRecoveryChanged } from './tell-recovery-changed.ts';

/**
 * What became of the recovery address since a moment is undone: a sign-in of then was not the
 * owner's. What was set since is forgotten, and told nothing; the one of then is back, as old as it
 * was (identity 3.4). Who set it and was no stranger sets it anew.
 */
export async function undoRecoverySince(
  tx: Tx,
  { account, since }: { account: Account; since: Instant },
  now: Instant,
): Promise<void> {
  const { holder } = account;
  if (holder.kind === 'staff') return;
  const forgotten = await forgetSince(tx, holder.id, since);
  const isBack = await restoreOf(tx, holder.id, since);
  const about = isBack ? await presentAddressOf(tx, holder.id) : forgotten.at(-1);
  if (!about) return;
  const { address } = about;
  const happened = isBack ? 'restored' : 'undone';
  await tellRecoveryChanged(tx, { account, actor: nobody, happened, address }, now);
  const stream = { userId: holder.id };
  const action = `identity.recovery-address-${happened}`;
  await record(tx, { stream, action, actor: nobody, facts: {}, personal: { address } }, now);
}
