import type { nobody, Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Account } from '../../accounts/account.rules.ts';
import { notMeLink } from '../../disowning/not-me-link.ts';
import { tellPhone } from '../../factors/sms/notices/tell-phone.ts';
import { tellEveryAddress } from '../../notices/tell-every-address.ts';
import { recoveryChanged, type RecoveryNews } from './recovery-changed.letter.ts';
import { maskedAddress } from './recovery-address.rules.ts';

type Change = {
  readonly account: Account;
  readonly actor: Extract<Actor, { kind: 'user' }> | typeof nobody;
  readonly happened: RecoveryNews['happened'];
  readonly address: string;
};

/**
 * A change of the recovery address is told to the login address, the new one and the one before
 * (SU-04). Each holds the same link, good once: “this was not me” ends the session that changed it,
 * and the change with it.
 */
export async function tellRecoveryChanged(
  tx: Tx,
  { account, actor, happened, address }: Change,
  now: Instant,
): Promise<void> {
  const link =
    actor.kind === 'user' ? await notMeLink(tx, actor, now) : `${settingsOf(tx).origin}/recover`;
  const facts = { happened, address: maskedAddress(address), at: now, link };
  await tellPhone(tx, account, now);
  await tellEveryAddress(tx, account, { letter: recoveryChanged, facts, isMailboxOnly: true }, now);
}
