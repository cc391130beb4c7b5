import { placeInTime, toCursor } from '#kernel/cursor.ts';
import { toUuid } from '#kernel/ids.ts';
import { organizationsOf } from '#modules/organizations/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { linesById, type StandingLine } from '../lines/list-bank-lines.store.ts';
import type { WorkItemKind } from './work-item.rules.ts';
import { findWorkItems, type WorkItem } from './work-item.store.ts';

/** A question with the line it is about and the name behind its proposal. */
export type ShownItem = {
  readonly item: WorkItem;
  readonly line: StandingLine | undefined;
  readonly proposed: string | undefined;
};

export type ItemWish = {
  readonly state: 'open' | 'resolved';
  readonly kind?: WorkItemKind | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

/** What a person has to decide, the oldest first. */
export async function workItems(
  tx: Tx,
  { state, kind, cursor, limit }: ItemWish,
): Promise<{ readonly rows: ShownItem[]; readonly next: string | null }> {
  const after = placeInTime(cursor);
  const found = await findWorkItems(tx, { state, kind }, { limit: limit + 1, after });
  const rows = await shown(tx, found.slice(0, limit));
  const last = found.length > limit ? rows.at(-1)?.item : undefined;
  const next = last ? toCursor([last.openedAt.toISOString(), toUuid(last.workItemId)]) : null;
  return { rows, next };
}

export async function shown(tx: Tx, items: readonly WorkItem[]): Promise<ShownItem[]> {
  const lines = await linesById(
    tx,
    items.flatMap(({ lineId }) => lineId ?? []),
  );
  const proposed = items.flatMap(({ proposal }) => proposal?.organizationId ?? []);
  const organizations = proposed.length === 0 ? [] : await organizationsOf(tx, proposed);
  const lineOf = new Map(lines.map((line) => [toUuid(line.bankLineId), line]));
  const nameOf = new Map(organizations.map(({ organizationId, name }) => [organizationId, name]));
  return items.map((item) => ({
    item,
    line: lineOf.get(item.lineId ?? ''),
    proposed: item.proposal && nameOf.get(item.proposal.organizationId),
  }));
}
