import type { Instant } from '#kernel/calendar.ts';
import { toUuid } from '#kernel/ids.ts';
import { newId } from '#kernel/new-id.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Account } from '../../accounts/account.rules.ts';
import { addressKey } from '../../accounts/address.rules.ts';
import { after } from '../../sessions/session.rules.ts';
import { dropLinks, insertLink } from '../../tokens/one-time.store.ts';
import { boundHash, newToken, tokenHash } from '../../tokens/token.ts';

export const unlockMinutes = 30;

/** The link that makes one browser known while strange ones are locked out. The newest counts. */
export async function unlockLink(tx: Tx, account: Account, now: Instant): Promise<string> {
  const subject = toUuid(account.holder.id);
  const token = newToken('ml');
  await dropLinks(tx, { purpose: 'unlock', subject });
  await insertLink(
    tx,
    {
      id: toUuid(newId('lnk', now)),
      purpose: 'unlock',
      subject,
      boundHash: boundToAddress(account),
      tokenHash: tokenHash(token),
      expiresAt: after(now, unlockMinutes * 60),
    },
    now,
  );
  return `${settingsOf(tx).origin}/unlock#${token}`;
}

/** A link that went to one address opens nothing after the address changed. */
export function boundToAddress({ address }: Account): Buffer {
  return boundHash([addressKey(address)]);
}
