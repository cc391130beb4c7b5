import type { Instant } from '#kernel/calendar.ts';
import type { Language } from '#kernel/language.ts';
import { toDecimal } from '#kernel/money.ts';
import type { Within } from '#platform/database/database.ts';
import { csvRow } from './csv.rules.ts';
import type { InvoiceRow } from '../invoice.rules.ts';
import { listInvoices, type InvoiceQuestion } from './list-invoices.ts';

const pageSize = 500;

const heads: { readonly [L in 'en' | 'es']: readonly string[] } = {
  en: ['Number', 'Date', 'Due', 'State', 'Paid on', 'Currency', 'Amount', 'Open', 'Reference'],
  es: [
    'Número',
    'Fecha',
    'Vence',
    'Estado',
    'Pagada el',
    'Moneda',
    'Importe',
    'Pendiente',
    'Referencia',
  ],
};

/** The invoices that a question finds, as CSV, page by page so that memory stays flat. */
export async function* exportInvoices(
  within: Within,
  question: Omit<InvoiceQuestion, 'limit' | 'cursor'> & { readonly language: Language },
  now: Instant,
): AsyncGenerator<string> {
  // the mark tells spreadsheets that the file is UTF-8
  yield `\uFEFF${csvRow(heads[question.language === 'es' ? 'es' : 'en'])}`;
  let cursor: string | undefined;
  do {
    const asked = { ...question, cursor, limit: pageSize };
    const page = await within((tx) => listInvoices(tx, asked, now), { readOnly: true });
    yield page.rows.map(toCsv).join('');
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
}

function toCsv(row: InvoiceRow): string {
  const { number, issuedOn, dueOn, state, paidOn = '', gross, open, reference } = row;
  const amounts = [gross.currency, toDecimal(gross), toDecimal(open)];
  return csvRow([number, issuedOn, dueOn, state, paidOn, ...amounts, reference]);
}
