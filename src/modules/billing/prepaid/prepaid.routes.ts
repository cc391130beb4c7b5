import { dayOf } from '#kernel/calendar.ts';
import { fromMoneyOut, toMoneyOut } from '#kernel/money.ts';
import { organizationOf } from '#modules/organizations/index.ts';
import { serve } from '#platform/http/route.ts';
import { presentInvoice } from '../invoices/present-invoice.ts';
import { readInvoice } from '../invoices/read-invoice.ts';
import { requestTopUp } from '../pro-formas/create-pro-forma.ts';
import { presentProForma } from '../pro-formas/present-pro-forma.ts';
import { readProForma } from '../pro-formas/read-pro-forma.ts';
import { listPrepaidLines, readBalances } from './list-prepaid.ts';
import { payInvoiceFromPrepaid, payProFormaFromPrepaid } from './pay-from-prepaid.ts';
import type { PrepaidLine } from './prepaid-line.store.ts';
import * as contracts from './prepaid.contract.ts';

export const prepaidRoutes = [
  serve(contracts.readPrepaid, async ({ tx, params }) => ({
    balances: (await readBalances(tx, params.organizationId)).map(toMoneyOut),
  })),
  serve(contracts.listPrepaidLines, async ({ tx, params, query }) => {
    const { rows, next } = await listPrepaidLines(tx, { ...query, ...params });
    return { rows: rows.map(presentLine), next };
  }),
  serve(contracts.requestTopUp, async ({ tx, now, params, body, actor }) => {
    const organization = await organizationOf(tx, params.organizationId);
    const amount = fromMoneyOut(body.amount);
    const { proFormaId } = await requestTopUp(tx, { organization, amount }, actor, now);
    return presentProForma(await readProForma(tx, { ...params, proFormaId }));
  }),
  serve(contracts.payInvoiceFromPrepaid, async ({ tx, now, params, actor }) => {
    await payInvoiceFromPrepaid(tx, params, actor, now);
    return presentInvoice(await readInvoice(tx, params), dayOf(now));
  }),
  serve(contracts.payProFormaFromPrepaid, async ({ tx, now, params, actor }) => {
    await payProFormaFromPrepaid(tx, params, actor, now);
    return presentProForma(await readProForma(tx, params));
  }),
];

function presentLine(line: PrepaidLine) {
  return {
    prepaidLineId: line.prepaidLineId,
    bookedOn: line.bookedOn,
    amount: toMoneyOut(line.amount),
    balance: toMoneyOut(line.balance),
    because: line.because,
    facts: line.facts,
  };
}
