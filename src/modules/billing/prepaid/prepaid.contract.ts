import { z } from 'zod';
import { contract, pageOf, paging } from '#kernel/contract.ts';
import { organizationId } from '#kernel/ids.ts';
import { moneyOut, saleCurrencies } from '#kernel/money.ts';
import { invoiceOut } from '../invoices/invoice.contract.ts';
import { invoiceNotFound } from '../invoices/invoice.refusals.ts';
import { invoiceId } from '../invoices/invoice.rules.ts';
import { notPayable } from '../payments/payable.rules.ts';
import { proFormaOut } from '../pro-formas/pro-forma.contract.ts';
import { proFormaNotFound, topUpFromPrepaid } from '../pro-formas/pro-forma.rules.ts';
import { proFormaId } from '../pro-formas/pro-forma.rules.ts';
import {
  prepaidLineId,
  prepaidReasons,
  prepaidTooLow,
  prepaidUses,
  topUpTooSmall,
} from './prepaid.rules.ts';

export const readPrepaid = contract({
  name: 'readPrepaid',
  method: 'GET',
  path: '/organizations/:organizationId/prepaid',
  summary: 'Reads what an organization has on prepaid, per currency.',
  permission: 'billing.see',
  params: z.object({ organizationId }),
  returns: z
    .object({
      balances: z
        .array(moneyOut)
        .meta({ description: 'First in the organization’s currency, also when that is nothing.' }),
    })
    .meta({ id: 'Prepaid' }),
});

export const prepaidLineOut = z
  .object({
    prepaidLineId,
    bookedOn: z.iso.date(),
    amount: moneyOut.meta({ description: 'Positive: came in. Negative: was used.' }),
    balance: moneyOut.meta({ description: 'What was there after this line.' }),
    because: z.enum([...prepaidReasons, ...prepaidUses]),
    facts: z
      .record(z.string(), z.string())
      .meta({ description: 'What the reason speaks of: reference, number, asked amount …' }),
  })
  .meta({ id: 'PrepaidLine' });

export const listPrepaidLines = contract({
  name: 'listPrepaidLines',
  method: 'GET',
  path: '/organizations/:organizationId/prepaid/lines',
  summary: 'Lists what came in and went out of prepaid, newest first, each line with its reason.',
  permission: 'billing.see',
  params: z.object({ organizationId }),
  query: z.object(paging),
  returns: pageOf(prepaidLineOut).meta({ id: 'PrepaidLinePage' }),
});

export const requestTopUp = contract({
  name: 'requestTopUp',
  method: 'POST',
  path: '/organizations/:organizationId/prepaid/top-ups',
  summary: 'Asks for a reference to put money on prepaid by transfer.',
  permission: 'billing.pay',
  params: z.object({ organizationId }),
  body: z.strictObject({
    amount: z.strictObject({
      minor: z.string().regex(/^\d{1,9}$/),
      currency: z.enum(saleCurrencies),
    }),
  }),
  returns: proFormaOut,
  refusals: [topUpTooSmall],
  idempotency: 'optional',
});

export const payInvoiceFromPrepaid = contract({
  name: 'payInvoiceFromPrepaid',
  method: 'POST',
  path: '/organizations/:organizationId/invoices/:invoiceId/prepaid-payment',
  summary: 'Pays an open invoice with the prepaid balance.',
  permission: 'billing.pay',
  params: z.object({ organizationId, invoiceId }),
  returns: invoiceOut,
  refusals: [invoiceNotFound, notPayable, prepaidTooLow],
  idempotency: 'optional',
});

export const payProFormaFromPrepaid = contract({
  name: 'payProFormaFromPrepaid',
  method: 'POST',
  path: '/organizations/:organizationId/pro-formas/:proFormaId/prepaid-payment',
  summary: 'Pays an order with the prepaid balance: its invoice is issued and its products start.',
  permission: 'billing.pay',
  params: z.object({ organizationId, proFormaId }),
  returns: proFormaOut,
  refusals: [proFormaNotFound, notPayable, prepaidTooLow, topUpFromPrepaid],
  idempotency: 'optional',
});
