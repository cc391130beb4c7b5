import type { Instant } from '#kernel/calendar.ts';
import { toUuid } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { StoredFile } from '#platform/files/files.ts';
import { billing } from '../tables.generated.ts';
import type { DocumentKey } from './document.rules.ts';

/** The PDF that was made of a document in a language, if it was. */
export async function findDocument(
  tx: Tx,
  { organizationId, kind, id }: DocumentKey,
  language: Language,
): Promise<StoredFile | undefined> {
  const row = await billing(tx)
    .selectFrom('billing.document')
    .select(['hash', 'size_bytes'])
    .where('organization_id', '=', toUuid(organizationId))
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', toUuid(id))
    .where('language', '=', language)
    .executeTakeFirst();
  return row && { hash: row.hash, size: Number(row.size_bytes) };
}

/** Keeps which file it is; whoever made it first decides, so that everybody gets the same bytes. */
export async function insertDocument(
  tx: Tx,
  { organizationId, kind, id }: DocumentKey,
  { language, file }: { language: Language; file: StoredFile },
  now: Instant,
): Promise<void> {
  await billing(tx)
    .insertInto('billing.document')
    .values({
      organization_id: toUuid(organizationId),
      subject_kind: kind,
      subject_id: toUuid(id),
      language,
      hash: file.hash,
      size_bytes: BigInt(file.size),
      made_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
