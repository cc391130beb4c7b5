import type { Account } from '../accounts/account.rules.ts';
import { addressKey } from '../accounts/address.rules.ts';
import { boundHash } from '../tokens/token.ts';
import type { RecoveryAddress } from './address/recovery-address.rules.ts';

/**
 * What a link is bound to: the login address, the password that it replaces, and the recovery
 * address where it went to that one. After any of them changed it is dead (RC-02).
 */
export function boundToReset(
  { address }: Account,
  passwordVersion: number | undefined,
  sentTo: RecoveryAddress | undefined,
): Buffer {
  const bound = [addressKey(address), String(passwordVersion)];
  return boundHash(sentTo ? [...bound, sentTo.recoveryId] : bound);
}
