import { dayOf } from '#kernel/calendar.ts';
import { prepaidBalances } from '#modules/ledger/index.ts';
import { serve } from '#platform/http/route.ts';
import { documentBytes } from '../documents/document-bytes.ts';
import { exportInvoices } from './list/export-invoices.ts';
import * as contracts from './invoice.contract.ts';
import { listInvoices } from './list/list-invoices.ts';
import { presentInvoice, presentInvoiceRow } from './present-invoice.ts';
import { readInvoice } from './read-invoice.ts';

export const invoiceRoutes = [
  serve(contracts.listInvoices, async ({ tx, now, params, query }) => {
    const { rows, next } = await listInvoices(tx, { ...query, ...params }, now);
    const balances = await prepaidBalances(tx, params.organizationId);
    return { rows: rows.map((row) => presentInvoiceRow(row, balances, dayOf(now))), next };
  }),
  serve(contracts.readInvoice, async ({ tx, now, params }) =>
    presentInvoice(await readInvoice(tx, params), dayOf(now)),
  ),
  serve(contracts.downloadInvoicePdf, async ({ within, now, params, query, http }) => {
    const key = { kind: 'invoice' as const, id: params.invoiceId, ...params };
    const { name, bytes } = await documentBytes(within, { ...key, ...query }, now);
    http.header('content-disposition', `attachment; filename="${name}"`);
    return bytes;
  }),
  serve(contracts.exportInvoices, async ({ within, now, params, query, http }) => {
    http.header('content-disposition', 'attachment; filename="invoices.csv"');
    const language = query.language ?? http.language;
    return exportInvoices(within, { ...query, ...params, language }, now);
  }),
  serve(contracts.listAllInvoices, async ({ tx, now, query }) => {
    const { rows, next } = await listInvoices(tx, query, now);
    return {
      rows: rows.map(({ organizationId, buyerName, ...row }) => ({
        ...presentInvoiceRow(row, [], dayOf(now)),
        organizationId,
        buyerName,
      })),
      next,
    };
  }),
];
