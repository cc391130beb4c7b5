import { sql } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type Id, type OrganizationId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { billing } from '../tables.generated.ts';
import type { ReferenceKind } from './reference.rules.ts';

/** What a reference was drawn for; it never stops saying so. */
export type RegisteredReference = {
  readonly reference: string;
  readonly kind: ReferenceKind;
  readonly organizationId: OrganizationId;
  readonly subjectUuid: string;
};

export type NewReference = {
  readonly reference: string;
  readonly kind: ReferenceKind;
  readonly organizationId: OrganizationId;
  readonly subjectId: Id<string>;
};

/** Registers references; gives back those that nobody had before. */
export async function registerReferences(
  tx: Tx,
  wanted: readonly NewReference[],
  now: Instant,
): Promise<Set<string>> {
  const { rows } = await sql<{ ref: string }>`
    insert into billing.payment_reference (ref, kind, organization_id, subject_id, drawn_at)
    select ref, kind, organization_id, subject_id, ${now} from unnest(
      ${wanted.map(({ reference }) => reference)}::text[],
      ${wanted.map(({ kind }) => kind)}::text[],
      ${wanted.map(({ organizationId }) => toUuid(organizationId))}::uuid[],
      ${wanted.map(({ subjectId }) => toUuid(subjectId))}::uuid[]
    ) as wanted (ref, kind, organization_id, subject_id)
    on conflict (ref) do nothing returning ref`.execute(billing(tx));
  return new Set(rows.map(({ ref }) => ref));
}

/** Whose references these are; unknown ones are missing from the answer. */
export async function findReferences(
  tx: Tx,
  references: readonly string[],
): Promise<ReadonlyMap<string, RegisteredReference>> {
  if (references.length === 0) return new Map();
  const { rows } = await sql<{
    ref: string;
    kind: ReferenceKind;
    organization_id: string;
    subject_id: string;
  }>`
    select ref, kind, organization_id, subject_id from billing.payment_reference
    where ref = any(${references}::text[])`.execute(billing(tx));
  return new Map(
    rows.map((row) => [
      row.ref,
      {
        reference: row.ref,
        kind: row.kind,
        organizationId: fromUuid('org', row.organization_id),
        subjectUuid: row.subject_id,
      },
    ]),
  );
}
