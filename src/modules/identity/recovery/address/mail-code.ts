import { randomInt } from 'node:crypto';
import type { Instant } from '#kernel/calendar.ts';
import { toUuid, type UserId } from '#kernel/ids.ts';
import { queue } from '#modules/messages/index.ts';
import { keysOf, settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Purpose } from '#platform/keys/keys.ts';
import { reserveAll } from '#platform/throttle/throttle.ts';
import type { Account } from '../../accounts/account.rules.ts';
import { addressKey } from '../../accounts/address.rules.ts';
import { after } from '../../sessions/session.rules.ts';
import { recoveryCode } from './recovery-code.letter.ts';
import { codeBudgets, recoveryLimits, type RecoveryId } from './recovery-address.rules.ts';

export type CodeMailed = { readonly address: string; readonly expiresAt: Instant };

type Mailing = {
  readonly account: Account;
  readonly userId: UserId;
  readonly recoveryId: RecoveryId;
  readonly address: string;
};

/**
 * Makes a code and mails it, unless there were too many (LK-14). It is in that mailbox only, and
 * names nobody: a mistyped address is a stranger's.
 */
export async function mailCode(
  tx: Tx,
  { account, userId, recoveryId, address }: Mailing,
  now: Instant,
): Promise<{ readonly codeMac: Buffer; readonly expiresAt: Instant }> {
  await reserveAll(tx, budgetsOf(tx, address, userId), now);
  const { codeSeconds } = recoveryLimits;
  // six digits that nobody can guess (MF-04)
  const code = randomInt(0, 1_000_000).toString().padStart(6, '0');
  const facts = { code, minutes: codeSeconds / 60, brand: settingsOf(tx).brand };
  await queue(tx, recoveryCode, facts, { address, language: account.language }, now);
  const codeMac = keysOf(tx).hmac(purposeOfCode(recoveryId, userId), code);
  return { codeMac, expiresAt: after(now, codeSeconds) };
}

/** A code is worth nothing for another address or person. */
export function purposeOfCode(recoveryId: RecoveryId, userId: UserId): Purpose {
  return {
    use: 'identity.recovery_address.code_mac',
    row: toUuid(recoveryId),
    owner: toUuid(userId),
  };
}

function budgetsOf(tx: Tx, address: string, userId: UserId) {
  const purpose = { use: 'identity.recovery_address.limit', row: '', owner: '' };
  const hidden = keysOf(tx).hmac(purpose, addressKey(address)).toString('hex');
  return [
    { key: `recovery:address:${hidden}`, budget: codeBudgets.address },
    { key: `recovery:person-soon:${userId}`, budget: codeBudgets.personSoon },
    { key: `recovery:person:${userId}`, budget: codeBudgets.person },
  ];
}
