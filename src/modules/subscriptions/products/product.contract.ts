import { z } from 'zod';
import { contract, pageOf, paging } from '#kernel/contract.ts';
import { idOf, organizationId } from '#kernel/ids.ts';
import { translated } from '#kernel/language.ts';
import { moneyOut } from '#kernel/money.ts';
import { productPermissions } from '#kernel/permission.ts';
import { nameIsFixed, productEnded, productNotFound } from './subscription.refusals.ts';
import { subscriptionStates } from './subscription.rules.ts';

const subscriptionId = idOf('sub');

const subscriptionHead = z.object({
  subscriptionId,
  product: z.string(),
  kind: z.string(),
  offer: z.string(),
  productName: translated,
  offerName: translated,
  label: z.string().describe('What the customer calls it: a domain’s name, or a text of theirs.'),
  quantity: z.int(),
  period: z.enum(['month', 'year']),
  state: z.enum(subscriptionStates),
  startedOn: z.iso.date(),
  paidUntil: z.iso.date().describe('The first day that is not paid.'),
  nextRenewalOn: z.iso.date().nullable(),
  renewalWarranty: z.boolean(),
  may: z.array(z.enum(productPermissions)).describe('What you may do with it.'),
});

export const listProducts = contract({
  name: 'listProducts',
  method: 'GET',
  path: '/organizations/:organizationId/products',
  summary: 'The organization’s products that you may see, those that need renewing first.',
  permission: 'products.see',
  params: z.object({ organizationId }),
  query: z.object({
    state: z.enum(subscriptionStates).optional(),
    text: z.string().max(100).optional().describe('Part of the label or the product’s name.'),
    ...paging,
  }),
  returns: pageOf(subscriptionHead.meta({ id: 'SubscriptionRow' })),
});

export const readProduct = contract({
  name: 'readProduct',
  method: 'GET',
  path: '/organizations/:organizationId/products/:subscriptionId',
  summary: 'One product: its dates, its price, its configuration and where it runs.',
  permission: 'products.see',
  params: z.object({ organizationId, subscriptionId }),
  returns: subscriptionHead
    .extend({
      orderId: idOf('ord')
        .nullable()
        .describe('None where it came by a move, or where you may not see bills.'),
      moves: z.array(
        z.object({
          direction: z.enum(['out', 'in']),
          name: z.string().describe('The other organization, as it was called then.'),
          movedAt: z.iso.datetime(),
        }),
      ),
      earliestEnd: z.iso.date().nullable().describe('Minimum term: not cancelled before this day.'),
      configuration: z.record(z.string(), z.string()),
      net: moneyOut
        .nullable()
        .describe('Paid for the current period, excluding tax; null where you may not see bills.'),
      management: z
        .object({ reason: z.string(), blockedAt: z.iso.datetime(), by: z.string() })
        .nullable()
        .describe('Those who administrate keep its management to themselves, and why.'),
      periods: z.array(
        z.object({
          from: z.iso.date(),
          to: z.iso.date().describe('The first day after it.'),
          net: moneyOut.nullable(),
          invoiceId: idOf('inv').nullable(),
        }),
      ),
      provisioning: z.object({
        state: z.enum(['waiting', 'done', 'failed']),
        requestedAt: z.iso.datetime(),
        finishedAt: z.iso.datetime().nullable(),
        /** Where it runs and how to get in: `server`, `login`, `nameservers` … */
        result: z.record(z.string(), z.string()),
      }),
    })
    .meta({ id: 'Subscription' }),
  refusals: [productNotFound],
});

export const renameProduct = contract({
  name: 'renameProduct',
  method: 'PATCH',
  path: '/organizations/:organizationId/products/:subscriptionId',
  summary: 'Calls a product otherwise. A domain is called by its name.',
  permission: 'products.manage',
  params: z.object({ organizationId, subscriptionId }),
  body: z.strictObject({ label: z.string().trim().max(80) }),
  refusals: [productNotFound, productEnded, nameIsFixed],
});
