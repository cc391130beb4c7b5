import { z } from 'zod';
import { contract, pageOf, paging } from '#kernel/contract.ts';
import { idOf, organizationId } from '#kernel/ids.ts';
import { translated } from '#kernel/language.ts';
import { moneyOut, saleCurrencies } from '#kernel/money.ts';
import { priceStepOut } from '#kernel/price-step.ts';
import { configurationNotValid } from './placing/configuration.rules.ts';
import {
  addressMissing,
  orderNotFound,
  orderNotCancellable,
  orderStates,
  paymentWays,
  priceChanged,
} from './order.rules.ts';

const orderId = idOf('ord');
const period = z.enum(['month', 'year']);

/** What somebody would like to buy. */
const wish = {
  product: z.string().max(40),
  offer: z.string().max(40),
  period,
  quantity: z.int().min(1).max(10_000),
  warranty: z.boolean().default(false),
};

/** What a product needs to know, by kind: a domain its `name`, others may take a `label`. */
const configuration = z.record(z.string().max(40), z.string().max(300)).default({});

const line = z.object({
  product: z.string(),
  offer: z.string(),
  productName: translated,
  offerName: translated,
  period,
  quantity: z.int(),
  warranty: z.boolean(),
  unit: moneyOut,
  steps: z.array(priceStepOut),
  net: moneyOut,
});

const totals = {
  net: moneyOut,
  /** How the document is taxed: `charged`, `reverse-charge`, `out-of-scope`. */
  treatment: z.string(),
  vatRows: z
    .array(
      z.object({
        code: z.string(),
        country: z.string().optional(),
        basisPoints: z.int(),
        base: moneyOut,
        vat: moneyOut,
      }),
    )
    .describe('Tax of each rate, rounded once on the sum of its lines.'),
  vat: moneyOut,
  gross: moneyOut,
};
const paymentWay = z.enum(paymentWays);

export const quoteOrder = contract({
  name: 'quoteOrder',
  method: 'POST',
  path: '/organizations/:organizationId/quotes',
  summary: 'What an order would cost today, explained line by line; nothing is kept.',
  permission: 'products.order',
  params: z.object({ organizationId }),
  body: z.strictObject({ items: z.array(z.strictObject(wish)).min(1).max(50) }),
  returns: z
    .object({
      currency: z.enum(saleCurrencies),
      payment: paymentWay,
      lines: z.array(
        line.extend({
          betterQuantity: z
            .object({ quantity: z.int(), net: moneyOut, saves: moneyOut })
            .nullable()
            .describe('A larger quantity that costs less, at a tier’s edge.'),
        }),
      ),
      ...totals,
    })
    .meta({ id: 'OrderQuote' }),
});

const orderItem = line
  .extend({
    configuration: z.record(z.string(), z.string()),
    subscriptionId: idOf('sub').nullable().describe('The product, once it was started.'),
  })
  .meta({ id: 'OrderItem' });

const orderHead = z.object({
  orderId,
  number: z.int().describe('1, 2, 3 … within the organization.'),
  state: z.enum(orderStates),
  payment: paymentWay,
  placedAt: z.iso.datetime(),
  gross: moneyOut,
  proFormaId: idOf('pfo').nullable(),
  invoiceId: idOf('inv').nullable(),
  may: z.array(z.enum(['cancel', 'pay'])),
});

const orderOut = orderHead
  .extend({
    items: z.array(orderItem),
    ...totals,
    changes: z
      .array(
        z.object({
          to: z.enum(orderStates),
          at: z.iso.datetime(),
          by: z.enum(['user', 'staff', 'system']),
          name: z.string().nullable().describe('Of the person; none for the provider.'),
        }),
      )
      .describe('What happened to it, the earliest first.'),
  })
  .meta({ id: 'Order' });

export const placeOrder = contract({
  name: 'placeOrder',
  method: 'POST',
  path: '/organizations/:organizationId/orders',
  summary:
    'Orders products. Paid in advance through its pro-forma, or invoiced at once on account.',
  permission: 'products.order',
  params: z.object({ organizationId }),
  body: z.strictObject({
    items: z
      .array(z.strictObject({ ...wish, configuration }))
      .min(1)
      .max(50),
    addressId: idOf('adr').optional().describe('Without it: the organization’s own address.'),
    expected: moneyOut.optional().describe('The total that the person saw; refused if it changed.'),
  }),
  returns: orderOut,
  refusals: [configurationNotValid, priceChanged, addressMissing],
  idempotency: 'required',
});

export const listOrders = contract({
  name: 'listOrders',
  method: 'GET',
  path: '/organizations/:organizationId/orders',
  summary: 'Orders, the latest first.',
  permission: 'billing.see',
  params: z.object({ organizationId }),
  query: z.object({ state: z.enum(orderStates).optional(), ...paging }),
  returns: pageOf(
    orderHead
      .extend({
        first: z.object({ productName: translated, offerName: translated, quantity: z.int() }),
        items: z.int(),
      })
      .meta({ id: 'OrderRow' }),
  ),
});

const ofOrder = z.object({ organizationId, orderId });

export const readOrder = contract({
  name: 'readOrder',
  method: 'GET',
  path: '/organizations/:organizationId/orders/:orderId',
  summary: 'One order with its lines, what happened to it, and what it can still become.',
  permission: 'billing.see',
  params: ofOrder,
  returns: orderOut,
  refusals: [orderNotFound],
});

export const cancelOrder = contract({
  name: 'cancelOrder',
  method: 'POST',
  path: '/organizations/:organizationId/orders/:orderId/cancellation',
  summary: 'Cancels an unpaid order; money that is still on its way goes to the prepaid account.',
  permission: 'products.order',
  params: ofOrder,
  returns: orderOut,
  refusals: [orderNotFound, orderNotCancellable],
});
