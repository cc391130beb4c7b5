import { z } from 'zod';
import { contract, pageOf, paging } from '#kernel/contract.ts';
import { organizationId } from '#kernel/ids.ts';
import { language } from '#kernel/language.ts';
import { moneyOut } from '#kernel/money.ts';
import { invoiceNotFound } from './invoice.refusals.ts';
import { invoiceId, invoiceStates } from './invoice.rules.ts';
import { buyerOut, downloadQuery, paymentPartOut, pricedOut } from '../tax/priced.contract.ts';

/** What a page can offer on an invoice. */
export const invoiceActions = ['pay-from-prepaid'] as const;

const invoiceFields = {
  invoiceId,
  number: z.string(),
  reference: z.string(),
  printedReference: z.string(),
  state: z.enum(invoiceStates),
  overdue: z.boolean(),
  issuedOn: z.iso.date(),
  dueOn: z.iso.date(),
  paidOn: z.iso.date().nullable(),
  gross: moneyOut,
  open: moneyOut.meta({ description: 'What is still to be paid.' }),
  may: z.array(z.enum(invoiceActions)),
};

export const invoiceRowOut = z.object(invoiceFields).meta({ id: 'InvoiceRow' });

export const invoiceOut = z
  .object({
    ...invoiceFields,
    language,
    buyer: buyerOut,
    subject: z.object({ kind: z.string(), id: z.string() }),
    priced: pricedOut,
    proFormaId: z.string().nullable(),
    payments: z.array(
      z.object({ on: z.iso.date(), means: z.enum(['bank', 'prepaid']), amount: moneyOut }),
    ),
    payment: paymentPartOut.nullable(),
    prepaid: moneyOut.meta({ description: 'The prepaid balance in the invoice’s currency.' }),
  })
  .meta({ id: 'Invoice' });

const filter = {
  state: z.enum(['open', 'overdue', 'paid']).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional().meta({ description: 'Issued until this day, included.' }),
  text: z
    .string()
    .trim()
    .max(60)
    .optional()
    .meta({ description: 'A number (or its beginning, or its last digits) or a reference.' }),
};

/** Newest first; every filter is answered from an index. */
export const listInvoices = contract({
  name: 'listInvoices',
  method: 'GET',
  path: '/organizations/:organizationId/invoices',
  summary: 'Lists the invoices of an organization, newest first.',
  permission: 'billing.see',
  params: z.object({ organizationId }),
  query: z.object({ ...filter, ...paging }),
  returns: pageOf(invoiceRowOut).meta({ id: 'InvoicePage' }),
});

export const readInvoice = contract({
  name: 'readInvoice',
  method: 'GET',
  path: '/organizations/:organizationId/invoices/:invoiceId',
  summary: 'Reads an invoice with its lines, each explained step by step.',
  permission: 'billing.see',
  params: z.object({ organizationId, invoiceId }),
  returns: invoiceOut,
  refusals: [invoiceNotFound],
});

export const downloadInvoicePdf = contract({
  name: 'downloadInvoicePdf',
  method: 'GET',
  path: '/organizations/:organizationId/invoices/:invoiceId/pdf',
  summary: 'Gives the PDF of an invoice, always the same bytes.',
  permission: 'billing.see',
  params: z.object({ organizationId, invoiceId }),
  query: downloadQuery,
  returns: 'application/pdf',
  refusals: [invoiceNotFound],
  committedSteps: true,
});

export const exportInvoices = contract({
  name: 'exportInvoices',
  method: 'GET',
  path: '/organizations/:organizationId/invoices.csv',
  summary: 'Gives the invoices that a filter finds as CSV.',
  permission: 'billing.see',
  params: z.object({ organizationId }),
  query: z.object({ ...filter, language: language.optional() }),
  returns: 'text/csv',
  committedSteps: true,
});

export const staffInvoiceRowOut = z
  .object({ ...invoiceFields, organizationId, buyerName: z.string() })
  .meta({ id: 'StaffInvoiceRow' });

export const listAllInvoices = contract({
  name: 'listAllInvoices',
  method: 'GET',
  path: '/staff/invoices',
  summary: 'Lists the invoices of all organizations, newest first.',
  permission: 'staff.see',
  query: z.object({ ...filter, ...paging }),
  returns: pageOf(staffInvoiceRowOut).meta({ id: 'StaffInvoicePage' }),
});
