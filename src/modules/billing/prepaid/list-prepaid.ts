import { fromCursor, toCursor } from '#kernel/cursor.ts';
import type { OrganizationId } from '#kernel/ids.ts';
import { money, type Money } from '#kernel/money.ts';
import { prepaidBalances } from '#modules/ledger/index.ts';
import { organizationOf } from '#modules/organizations/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { findPrepaidLines, type PrepaidLine } from './prepaid-line.store.ts';
import { balanceIn, prepaidLineId } from './prepaid.rules.ts';

/** What an organization has, first in the currency that it buys in. */
export async function readBalances(tx: Tx, organizationId: OrganizationId): Promise<Money[]> {
  const { currency } = await organizationOf(tx, organizationId);
  const balances = await prepaidBalances(tx, organizationId);
  const others = balances.filter((balance) => balance.currency !== currency && balance.minor > 0n);
  return [
    balanceIn(balances, currency),
    ...others.map((balance) => money(balance.minor, balance.currency)),
  ];
}

export type PrepaidQuestion = {
  readonly organizationId: OrganizationId;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

/** What came in and went out, newest first, each line with its reason. */
export async function listPrepaidLines(
  tx: Tx,
  { organizationId, cursor, limit }: PrepaidQuestion,
): Promise<{ rows: readonly PrepaidLine[]; next: string | null }> {
  const [id] = (cursor === undefined ? undefined : fromCursor(cursor, 1)) ?? [];
  const after = prepaidLineId.safeParse(id).data;
  const found = await findPrepaidLines(tx, organizationId, { limit: limit + 1, after });
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: found.length > limit && last ? toCursor([last.prepaidLineId]) : null };
}
