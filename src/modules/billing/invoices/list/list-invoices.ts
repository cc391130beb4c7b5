import { dayOf, day, type Day, type Instant } from '#kernel/calendar.ts';
import { fromCursor, toCursor } from '#kernel/cursor.ts';
import type { OrganizationId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { findInvoices, type InvoiceFilter, type InvoicePlace } from './invoice-list.store.ts';
import { searchTargets } from './invoice-search.rules.ts';
import { invoiceId, type InvoiceRow } from '../invoice.rules.ts';

/** What a list is asked for, as it comes from outside. */
export type InvoiceQuestion = {
  readonly organizationId?: OrganizationId;
  readonly state?: 'open' | 'overdue' | 'paid' | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly text?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

export type InvoicePage = { readonly rows: readonly InvoiceRow[]; readonly next: string | null };

/** A page of invoices, newest first. */
export async function listInvoices(
  tx: Tx,
  question: InvoiceQuestion,
  now: Instant,
): Promise<InvoicePage> {
  const { limit } = question;
  const found = await findInvoices(tx, { ...filterOf(question, dayOf(now)), limit: limit + 1 });
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const isLast = found.length <= limit || !last;
  return { rows, next: isLast ? null : toCursor([last.issuedOn, last.invoiceId]) };
}

function filterOf(question: InvoiceQuestion, today: Day): Omit<InvoiceFilter, 'limit'> {
  const { organizationId, state, from, to, text, cursor } = question;
  const isOverdue = state === 'overdue';
  return {
    organizationId,
    state: isOverdue ? 'open' : state,
    dueBefore: isOverdue ? today : undefined,
    from: dayIn(from),
    to: dayIn(to),
    targets: text ? searchTargets(text, Number(today.slice(0, 4))) : undefined,
    after: cursor === undefined ? undefined : placeOf(cursor),
  };
}

const dayIn = (text: string | undefined): Day | undefined => day.safeParse(text).data;

/** An unreadable cursor begins again at the top. */
function placeOf(cursor: string): InvoicePlace | undefined {
  const [on, id] = fromCursor(cursor, 2) ?? [];
  const issuedOn = dayIn(on);
  const known = invoiceId.safeParse(id).data;
  return issuedOn && known ? { issuedOn, invoiceId: known } : undefined;
}
