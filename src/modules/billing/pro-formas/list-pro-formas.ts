import { day } from '#kernel/calendar.ts';
import { fromCursor, toCursor } from '#kernel/cursor.ts';
import type { OrganizationId } from '#kernel/ids.ts';
import { prepaidBalances, type PrepaidBalance } from '#modules/ledger/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { proFormaId, type ProFormaRow, type ProFormaState } from './pro-forma.rules.ts';
import { findProFormas, type ProFormaFilter } from './pro-forma.store.ts';

export type ProFormaQuestion = {
  readonly organizationId: OrganizationId;
  readonly state?: ProFormaState | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

export type ProFormaPage = {
  readonly rows: readonly ProFormaRow[];
  readonly next: string | null;
  /** What the organization could pay them with. */
  readonly balances: readonly PrepaidBalance[];
};

/** A page of an organization's pro-formas, newest first. */
export async function listProFormas(
  tx: Tx,
  { organizationId, state, cursor, limit }: ProFormaQuestion,
): Promise<ProFormaPage> {
  const after = cursor === undefined ? undefined : placeOf(cursor);
  const found = await findProFormas(tx, organizationId, { state, after, limit: limit + 1 });
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const next = found.length > limit && last ? toCursor([last.madeOn, last.proFormaId]) : null;
  return { rows, next, balances: await prepaidBalances(tx, organizationId) };
}

/** An unreadable cursor begins again at the top. */
function placeOf(cursor: string): ProFormaFilter['after'] {
  const [on, id] = fromCursor(cursor, 2) ?? [];
  const madeOn = day.safeParse(on).data;
  const known = proFormaId.safeParse(id).data;
  return madeOn && known ? { madeOn, proFormaId: known } : undefined;
}
