import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Holder } from '../accounts/account.rules.ts';
import { ledger } from '../tables.generated.ts';
import { contentOf, type JournalId, type Posting } from './posting.rules.ts';

const providerUuid = '00000000-0000-0000-0000-000000000000';

/** How the books spell whose they are. */
export const holderUuid = (holder: Holder): string =>
  holder === 'provider' ? providerUuid : toUuid(holder);

export type KnownMovement = {
  readonly holder: string;
  readonly key: string;
  readonly journalId: JournalId;
  readonly hash: Buffer;
};

/** A posting with the id that it gets when it is new. */
export type Draft = { readonly posting: Posting; readonly journalId: JournalId };

/**
 * Writes movements whose keys are not in the books yet; gives back the ids it wrote. Everything
 * arrives in one statement: its trigger sees each movement whole.
 */
export async function insertMovements(
  tx: Tx,
  drafts: readonly Draft[],
  actor: Actor,
  now: Instant,
): Promise<ReadonlySet<JournalId>> {
  const entries = drafts.flatMap(({ posting, journalId }) =>
    posting.entries.map((entry, index) => ({ ...entry, posting, journalId, seq: index + 1 })),
  );
  const { rows } = await sql<{ id: string }>`
    with entry as (
      select * from unnest(
        ${entries.map(({ posting }) => holderUuid(posting.holder))}::uuid[],
        ${entries.map(({ journalId }) => toUuid(journalId))}::uuid[],
        ${entries.map(({ seq }) => seq)}::smallint[],
        ${entries.map(({ account }) => account.kind)}::text[],
        ${entries.map(({ account }) => account.owner ?? '')}::text[],
        ${entries.map(({ amount }) => amount.currency)}::text[],
        ${entries.map(({ amount }) => amount.minor)}::bigint[]
      ) as e (organization_id, tx_id, seq, account_kind, account_owner, currency, minor)
    ), opened as (
      insert into ledger.account (organization_id, kind, owner, currency, opened_at)
      select distinct organization_id, account_kind, account_owner, currency, ${now}::timestamptz
      from entry order by 1, 2, 3, 4
      on conflict do nothing
    ), written as (
      insert into ledger.journal_tx (organization_id, id, kind, source_kind, source_id, idem_key,
        entries_hash, effective_on, reverses_id, actor, recorded_at)
      select organization_id, id, kind, source_kind, source_id, idem_key, entries_hash,
        effective_on, reverses_id, ${nameOf(actor)}, ${now}
      from unnest(
        ${drafts.map(({ posting }) => holderUuid(posting.holder))}::uuid[],
        ${drafts.map(({ journalId }) => toUuid(journalId))}::uuid[],
        ${drafts.map(({ posting }) => posting.kind)}::text[],
        ${drafts.map(({ posting }) => posting.source.kind)}::text[],
        ${drafts.map(({ posting }) => posting.source.id)}::text[],
        ${drafts.map(({ posting }) => posting.key)}::text[],
        ${drafts.map(({ posting }) => `\\x${hashOf(posting).toString('hex')}`)}::bytea[],
        ${drafts.map(({ posting }) => posting.effectiveOn)}::date[],
        ${drafts.map(({ posting }) => (posting.reverses ? toUuid(posting.reverses) : null))}::uuid[]
      ) as t (organization_id, id, kind, source_kind, source_id, idem_key, entries_hash,
        effective_on, reverses_id)
      on conflict on constraint journal_tx_once do nothing
      returning organization_id, id
    ), entered as (
      insert into ledger.journal_entry
        (organization_id, tx_id, seq, account_kind, account_owner, currency, minor)
      select entry.* from entry
      join written on written.organization_id = entry.organization_id and written.id = entry.tx_id
    )
    select id from written`.execute(ledger(tx));
  return new Set(rows.map(({ id }) => fromUuid('jtx', id)));
}

/** What the books say under these keys. */
export async function findMovements(
  tx: Tx,
  postings: readonly Posting[],
): Promise<readonly KnownMovement[]> {
  const { rows } = await sql<{
    organization_id: string;
    id: string;
    idem_key: string;
    entries_hash: Buffer;
  }>`
    select organization_id, id, idem_key, entries_hash from ledger.journal_tx
    where (organization_id, idem_key) in (
      select * from unnest(
        ${postings.map(({ holder }) => holderUuid(holder))}::uuid[],
        ${postings.map(({ key }) => key)}::text[]
      )
    )`.execute(ledger(tx));
  return rows.map((row) => ({
    holder: row.organization_id,
    key: row.idem_key,
    journalId: fromUuid('jtx', row.id),
    hash: row.entries_hash,
  }));
}

export function hashOf(posting: Posting): Buffer {
  return createHash('sha256').update(contentOf(posting)).digest();
}

function nameOf(actor: Actor): string {
  if (actor.kind === 'user') return actor.userId;
  if (actor.kind === 'staff') return actor.staffId;
  return actor.kind === 'system' ? `system:${actor.job}` : actor.kind;
}
