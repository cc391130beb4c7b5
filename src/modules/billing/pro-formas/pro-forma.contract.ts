import { z } from 'zod';
import { contract, pageOf, paging } from '#kernel/contract.ts';
import { organizationId } from '#kernel/ids.ts';
import { language } from '#kernel/language.ts';
import { moneyOut } from '#kernel/money.ts';
import { buyerOut, downloadQuery, paymentPartOut, pricedOut } from '../tax/priced.contract.ts';
import { proFormaNotFound } from './pro-forma.rules.ts';
import { proFormaId, proFormaKinds, proFormaStates } from './pro-forma.rules.ts';

export const proFormaActions = ['pay-from-prepaid'] as const;

const proFormaFields = {
  proFormaId,
  kind: z.enum(proFormaKinds),
  subjectId: z.string().meta({ description: 'The order that it asks the money for.' }),
  reference: z.string(),
  printedReference: z.string(),
  state: z.enum(proFormaStates),
  madeOn: z.iso.date(),
  expiresOn: z.iso.date(),
  endedOn: z.iso.date().nullable(),
  gross: moneyOut,
  invoiceId: z.string().nullable().meta({ description: 'The invoice that settling it issued.' }),
  may: z.array(z.enum(proFormaActions)),
};

export const proFormaRowOut = z.object(proFormaFields).meta({ id: 'ProFormaRow' });

export const proFormaOut = z
  .object({
    ...proFormaFields,
    language,
    buyer: buyerOut,
    priced: pricedOut.nullable().meta({ description: 'None for a top-up.' }),
    payment: paymentPartOut.nullable(),
    prepaid: moneyOut.meta({ description: 'The prepaid balance in its currency.' }),
  })
  .meta({ id: 'ProForma' });

export const listProFormas = contract({
  name: 'listProFormas',
  method: 'GET',
  path: '/organizations/:organizationId/pro-formas',
  summary: 'Lists the pro-formas of an organization, newest first.',
  permission: 'billing.see',
  params: z.object({ organizationId }),
  query: z.object({ state: z.enum(proFormaStates).optional(), ...paging }),
  returns: pageOf(proFormaRowOut).meta({ id: 'ProFormaPage' }),
});

export const readProForma = contract({
  name: 'readProForma',
  method: 'GET',
  path: '/organizations/:organizationId/pro-formas/:proFormaId',
  summary: 'Reads a pro-forma: what an order costs and how to pay it.',
  permission: 'billing.see',
  params: z.object({ organizationId, proFormaId }),
  returns: proFormaOut,
  refusals: [proFormaNotFound],
});

export const downloadProFormaPdf = contract({
  name: 'downloadProFormaPdf',
  method: 'GET',
  path: '/organizations/:organizationId/pro-formas/:proFormaId/pdf',
  summary: 'Gives the PDF of a pro-forma with its payment part.',
  permission: 'billing.see',
  params: z.object({ organizationId, proFormaId }),
  query: downloadQuery,
  returns: 'application/pdf',
  refusals: [proFormaNotFound],
  committedSteps: true,
});
