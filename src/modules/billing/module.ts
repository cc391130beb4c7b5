import type { Module } from '#platform/module.ts';
import { addressRoutes } from './addresses/address.routes.ts';
import { bankJobs } from './bank/bank.jobs.ts';
import { bankRoutes } from './bank/bank.routes.ts';
import { renderDocumentHandler } from './documents/document.jobs.ts';
import { invoiceRoutes } from './invoices/invoice.routes.ts';
import { tellOfPaymentsHandler } from './payments/payment-notice.jobs.ts';
import { prepaidRoutes } from './prepaid/prepaid.routes.ts';
import { expireProFormasJob } from './pro-formas/pro-forma.jobs.ts';
import { proFormaRoutes } from './pro-formas/pro-forma.routes.ts';

/** What is owed, and what the bank says about it. */
export const billingModule: Module = {
  name: 'billing',
  routes: [...invoiceRoutes, ...proFormaRoutes, ...prepaidRoutes, ...addressRoutes, ...bankRoutes],
  jobs: [renderDocumentHandler, expireProFormasJob, tellOfPaymentsHandler, ...bankJobs],
};
