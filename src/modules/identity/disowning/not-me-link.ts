import type { SessionId } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { toUuid, type UserId } from '#kernel/ids.ts';
import { newId } from '#kernel/new-id.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { after } from '../sessions/session.rules.ts';
import { insertLink } from '../tokens/one-time.store.ts';
import { boundHash, newToken, tokenHash } from '../tokens/token.ts';

export const notMeDays = 7;

type Session = { readonly sessionId: SessionId; readonly userId: UserId };

/**
 * The link “this was not me” about one session. It stays good when address or password change:
 * that is what somebody who got in would do first.
 */
export async function notMeLink(tx: Tx, session: Session, now: Instant): Promise<string> {
  const token = newToken('ml');
  await insertLink(
    tx,
    {
      id: toUuid(newId('lnk', now)),
      purpose: 'not-me',
      subject: toUuid(session.sessionId),
      boundHash: boundToOwner(session.userId),
      tokenHash: tokenHash(token),
      expiresAt: after(now, notMeDays * 24 * 60 * 60),
    },
    now,
  );
  return `${settingsOf(tx).origin}/not-me#${token}`;
}

/** A link is bound to whose session it is about, and to nothing that could change. */
export function boundToOwner(userId: UserId): Buffer {
  return boundHash([toUuid(userId)]);
}
