import { sql } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type Id, type OrganizationId } from '#kernel/ids.ts';
import { isCurrency, money, type Money } from '#kernel/money.ts';
import type { Tx } from '#platform/database/tx.ts';
import { billing } from '../../tables.generated.ts';
import type { WorkItemKind } from './work-item.rules.ts';

/** A question for a person, asked once per kind and subject. */
export type NewWorkItem = {
  readonly id: string;
  readonly kind: WorkItemKind;
  readonly subject: string;
  readonly lineId?: string;
  readonly entryId?: string;
  readonly accountId?: string;
  readonly minor?: bigint;
  readonly currency?: string;
  readonly facts: { readonly [name: string]: string };
  readonly proposal?: { readonly organizationId: OrganizationId; readonly reference: string };
};

export async function openWorkItems(
  tx: Tx,
  items: readonly NewWorkItem[],
  now: Instant,
): Promise<void> {
  if (items.length === 0) return;
  const rows = items.map((item) => ({
    id: item.id,
    kind: item.kind,
    subject: item.subject,
    line_id: item.lineId,
    entry_id: item.entryId,
    account_id: item.accountId,
    minor: item.minor?.toString(),
    currency: item.currency,
    facts: item.facts,
    proposed_organization_id: item.proposal && toUuid(item.proposal.organizationId),
    proposed_reference: item.proposal?.reference,
    state: 'open',
    opened_at: now,
  }));
  await sql`
    insert into billing.work_item
    select * from jsonb_populate_recordset(null::billing.work_item, ${JSON.stringify(rows)}::jsonb)
    on conflict (kind, subject) do nothing`.execute(billing(tx));
}

export type Resolution = {
  readonly by: string;
  readonly outcome: string;
  readonly reason?: string;
};

/** Ends items whose question has answered itself, e.g. by the details that came. */
export async function endWorkItems(
  tx: Tx,
  subjects: readonly { readonly kind: WorkItemKind; readonly subject: string }[],
  { by, outcome }: Resolution,
  now: Instant,
): Promise<void> {
  if (subjects.length === 0) return;
  await sql`
    update billing.work_item as item
    set state = 'resolved', resolved_at = ${now}, resolved_by = ${by}, outcome = ${outcome}
    from unnest(
      ${subjects.map(({ kind }) => kind)}::text[], ${subjects.map(({ subject }) => subject)}::text[]
    ) as ended (kind, subject)
    where item.kind = ended.kind and item.subject = ended.subject
      and item.state = 'open'`.execute(billing(tx));
}

/** Open items of one kind about some accounts and years: what a look at all statements may end. */
export async function openSubjects(
  tx: Tx,
  kind: WorkItemKind,
  accountIds: readonly string[],
  years: readonly number[],
): Promise<string[]> {
  const { rows } = await sql<{ subject: string }>`
    select subject from billing.work_item
    where kind = ${kind} and account_id = any(${accountIds}::uuid[]) and state = 'open'
      and facts->>'year' = any(${years.map(String)}::text[])`.execute(billing(tx));
  return rows.map(({ subject }) => subject);
}

/** Ends one item; false when somebody was faster. */
export async function endWorkItem(
  tx: Tx,
  id: string,
  { by, outcome, reason }: Resolution,
  now: Instant,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update billing.work_item
    set state = 'resolved', resolved_at = ${now}, resolved_by = ${by}, outcome = ${outcome},
      reason = ${reason ?? null}
    where id = ${id} and state = 'open' returning id`.execute(billing(tx));
  return rows.length > 0;
}

/** A question with its answer, if it has one. */
export type WorkItem = {
  readonly workItemId: Id<'wki'>;
  readonly kind: WorkItemKind;
  readonly lineId: string | undefined;
  readonly entryId: string | undefined;
  readonly accountId: string | undefined;
  readonly amount: Money | undefined;
  readonly facts: Record<string, string>;
  readonly proposal:
    | { readonly organizationId: OrganizationId; readonly reference: string }
    | undefined;
  readonly state: 'open' | 'resolved';
  readonly openedAt: Instant;
  readonly resolved:
    | {
        readonly at: Instant;
        readonly by: string;
        readonly outcome: string;
        readonly reason: string | undefined;
      }
    | undefined;
};

type Row = {
  id: string;
  kind: WorkItemKind;
  line_id: string | null;
  entry_id: string | null;
  account_id: string | null;
  minor: bigint | null;
  currency: string | null;
  facts: Record<string, string>;
  proposed_organization_id: string | null;
  proposed_reference: string | null;
  state: 'open' | 'resolved';
  opened_at: Date;
  resolved_at: Date | null;
  resolved_by: string | null;
  outcome: string | null;
  reason: string | null;
};

export async function findWorkItem(tx: Tx, id: Id<'wki'>): Promise<WorkItem | undefined> {
  const { rows } = await sql<Row>`
    select * from billing.work_item where id = ${toUuid(id)}`.execute(billing(tx));
  return rows[0] && toItem(rows[0]);
}

/** Questions in one state, the oldest first. */
export async function findWorkItems(
  tx: Tx,
  { state, kind }: { state: 'open' | 'resolved'; kind: WorkItemKind | undefined },
  { limit, after }: { limit: number; after: readonly [at: string, id: string] | undefined },
): Promise<WorkItem[]> {
  const beyond = after
    ? sql`and (opened_at, id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : sql``;
  const ofKind = kind ? sql`and kind = ${kind}` : sql``;
  const { rows } = await sql<Row>`
    select * from billing.work_item where state = ${state} ${ofKind} ${beyond}
    order by opened_at, id limit ${limit}`.execute(billing(tx));
  return rows.map(toItem);
}

function toItem(row: Row): WorkItem {
  const { proposed_organization_id: organization, proposed_reference: reference } = row;
  return {
    workItemId: fromUuid('wki', row.id),
    kind: row.kind,
    lineId: row.line_id ?? undefined,
    entryId: row.entry_id ?? undefined,
    accountId: row.account_id ?? undefined,
    amount:
      row.minor !== null && row.currency !== null && isCurrency(row.currency)
        ? money(row.minor, row.currency)
        : undefined,
    facts: row.facts,
    proposal:
      organization === null || reference === null
        ? undefined
        : { organizationId: fromUuid('org', organization), reference },
    state: row.state,
    openedAt: row.opened_at,
    resolved: row.resolved_at
      ? {
          at: row.resolved_at,
          by: row.resolved_by ?? '',
          outcome: row.outcome ?? '',
          reason: row.reason ?? undefined,
        }
      : undefined,
  };
}
