import { sql } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import { toUuid, type UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Holder } from '../../accounts/account.rules.ts';
import { toHolder } from '../../accounts/holder.store.ts';
import { identity } from '../../tables.generated.ts';
import type { EndedBecause } from '../session.store.ts';
import type { RotatedSession } from '../session-strength.rules.ts';

/** Gives a session its next token; the one before answers nothing from now on (settled 18). */
export async function rotateSession(
  tx: Tx,
  session: RotatedSession,
  now: Instant,
): Promise<boolean> {
  const rotated = await identity(tx)
    .updateTable('identity.session')
    .set((row) => ({
      token_hash: session.tokenHash,
      previous_hash: row.ref('token_hash'),
      renewed_at: now,
      renewal_due_at: null,
      sudo_until: session.freshUntil,
      ...(session.aal === undefined ? {} : { aal: session.aal, auth_at: now }),
      ...(session.isFree ? { restricted_until: null } : {}),
      ...(session.proof === undefined
        ? {}
        : {
            methods: sql`array_remove(methods, ${session.proof}::text) || ${session.proof}::text`,
          }),
    }))
    .where('id', '=', toUuid(session.sessionId))
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return rotated.numUpdatedRows === 1n;
}

/** Each living session of these users gets another token with its next answer. */
export async function markForRenewal(
  tx: Tx,
  userIds: readonly UserId[],
  now: Instant,
): Promise<void> {
  await identity(tx)
    .updateTable('identity.session')
    .set({ renewal_due_at: now })
    .where(sql<boolean>`user_id = any(${userIds.map(toUuid)}::uuid[])`)
    .where('ended_at', 'is', null)
    .execute();
}

/** Of requests that arrive together one gets the next token: the mark goes with it. */
export async function renewMarked(
  tx: Tx,
  { oldHash, newHash }: { oldHash: Buffer; newHash: Buffer },
  now: Instant,
): Promise<{ readonly stay: boolean; readonly endsAt: Instant } | undefined> {
  const row = await identity(tx)
    .updateTable('identity.session')
    .set({ token_hash: newHash, previous_hash: oldHash, renewed_at: now, renewal_due_at: null })
    .where('token_hash', '=', oldHash)
    .where('renewal_due_at', 'is not', null)
    .where('ended_at', 'is', null)
    .where('idle_until', '>', now)
    .where('abs_until', '>', now)
    .returning(['stay', 'abs_until'])
    .executeTakeFirst();
  return row && { stay: row.stay, endsAt: row.abs_until };
}

/** When the session of a token got its next one; undefined where it has none. */
export async function renewedAtOf(tx: Tx, tokenHash: Buffer): Promise<Instant | undefined> {
  const row = await identity(tx)
    .selectFrom('identity.session')
    .select('renewed_at')
    .where('previous_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row?.renewed_at ?? undefined;
}

/** Ends the session whose token before was shown again, long after it was replaced; once. */
export async function endOfCopied(
  tx: Tx,
  { tokenHash, renewedBefore }: { tokenHash: Buffer; renewedBefore: Instant },
  now: Instant,
): Promise<{ readonly holder: Holder; readonly agent: string } | undefined> {
  const because: EndedBecause = 'token-copied';
  const row = await identity(tx)
    .updateTable('identity.session')
    .set({ ended_at: now, ended_why: because })
    .where('previous_hash', '=', tokenHash)
    .where('renewed_at', '<=', renewedBefore)
    .where('ended_at', 'is', null)
    .where('idle_until', '>', now)
    .where('abs_until', '>', now)
    .returning(['user_id', 'staff_id', 'agent'])
    .executeTakeFirst();
  const holder = row && toHolder(row);
  return holder && { holder, agent: row.agent };
}
