import type { OrganizationId, UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { csvLine } from './csv.rules.ts';
import { listOfOrganization, type ActivityQuery, type ListedActivity } from './list-activity.ts';

const entriesPerExport = 10_000;
const head = ['at', 'action', 'actor', 'about', 'facts'];

/** An organization's log as CSV with a byte order mark, so that spreadsheets read its letters. */
export async function exportOfOrganization(
  tx: Tx,
  organizationId: OrganizationId,
  query: Omit<ActivityQuery, 'cursor' | 'limit'>,
  reader: UserId,
): Promise<Uint8Array> {
  const all = { ...query, limit: entriesPerExport };
  const { rows } = await listOfOrganization(tx, organizationId, all, reader);
  return new TextEncoder().encode(`\uFEFF${csvLine(head)}${rows.map(lineOf).join('')}`);
}

function lineOf({ at, action, actor, about, facts }: ListedActivity): string {
  const told = Object.entries(facts).map(([name, value]) => `${name}: ${value}`);
  return csvLine([at, action, actor.name ?? actor.kind, about?.label ?? '', told.join('; ')]);
}
