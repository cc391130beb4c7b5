import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import { identity } from '../tables.generated.ts';

export type LinkPurpose =
  | 'sign-up'
  | 'reset'
  | 'reset-by-recovery'
  | 'not-me'
  | 'unlock'
  | 'keep-factor';

export type NewLink = {
  readonly id: string;
  readonly purpose: LinkPurpose;
  readonly subject: string;
  readonly boundHash: Buffer;
  readonly tokenHash: Buffer;
  readonly expiresAt: Instant;
};

export async function insertLink(tx: Tx, link: NewLink, now: Instant): Promise<void> {
  await identity(tx)
    .insertInto('identity.one_time')
    .values({
      id: link.id,
      purpose: link.purpose,
      subject: link.subject,
      bound_hash: link.boundHash,
      token_hash: link.tokenHash,
      created_at: now,
      expires_at: link.expiresAt,
    })
    .execute();
}

/** What a link of this purpose is about, while it can still be used. Uses nothing. */
export async function subjectOfLink(
  tx: Tx,
  { purpose, tokenHash }: { purpose: LinkPurpose; tokenHash: Buffer },
  now: Instant,
): Promise<string | undefined> {
  const row = await identity(tx)
    .selectFrom('identity.one_time')
    .select('subject')
    .where('token_hash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row?.subject;
}

/**
 * Uses a link: true once only, and only when everything it is bound to still stands. All of it is
 * in the statement, so that two requests cannot both have it (RC-02).
 */
export async function useLink(
  tx: Tx,
  link: { purpose: LinkPurpose; tokenHash: Buffer; subject: string; boundHash: Buffer },
  now: Instant,
): Promise<boolean> {
  const used = await identity(tx)
    .updateTable('identity.one_time')
    .set({ used_at: now })
    .where('token_hash', '=', link.tokenHash)
    .where('purpose', '=', link.purpose)
    .where('subject', '=', link.subject)
    .where('bound_hash', '=', link.boundHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return used.numUpdatedRows === 1n;
}

/** Kills the open links of a purpose about one subject. */
export async function dropLinks(
  tx: Tx,
  { purpose, subject }: { purpose: LinkPurpose; subject: string },
): Promise<void> {
  await identity(tx)
    .deleteFrom('identity.one_time')
    .where('purpose', '=', purpose)
    .where('subject', '=', subject)
    .where('used_at', 'is', null)
    .execute();
}
