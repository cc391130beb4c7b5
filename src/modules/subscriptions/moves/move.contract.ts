import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { idOf, organizationId } from '#kernel/ids.ts';
import { translated } from '#kernel/language.ts';
import { saleCurrencies } from '#kernel/money.ts';
import { productNotFound } from '../products/subscription.refusals.ts';
import { moveLinkDead, notMovable, otherCurrency, sameOrganization } from './move.refusals.ts';
import { moveConditions } from './move.rules.ts';

const subscriptionId = idOf('sub');
const params = z.object({ organizationId, subscriptionId });
/** The secret part of a link. It travels in bodies, never in addresses. */
const token = z.string().max(80);
const arrived = z
  .object({ organizationId, subscriptionId: subscriptionId.describe('Its new id, there.') })
  .meta({ id: 'MovedProduct' });

export const readMove = contract({
  name: 'readMove',
  method: 'GET',
  path: '/organizations/:organizationId/products/:subscriptionId/move',
  summary: 'What must be so before a product can move, and the link that waits, if any.',
  permission: 'products.move',
  params,
  returns: z
    .object({
      currency: z.enum(saleCurrencies),
      checks: z.array(
        z.object({
          kind: z.enum(moveConditions),
          isMet: z.boolean(),
          invoiceId: idOf('inv').nullable().describe('The invoice that is to be paid first.'),
        }),
      ),
      link: z.object({ madeAt: z.iso.datetime(), expiresAt: z.iso.datetime() }).nullable(),
    })
    .meta({ id: 'ProductMove' }),
  refusals: [productNotFound],
});

export const moveProduct = contract({
  name: 'moveProduct',
  method: 'POST',
  path: '/organizations/:organizationId/products/:subscriptionId/move',
  summary: 'Moves a product to another organization of yours. Its invoices stay.',
  permission: 'products.move',
  sensitive: true,
  params,
  body: z.strictObject({ to: organizationId }),
  returns: arrived,
  refusals: [productNotFound, notMovable, otherCurrency, sameOrganization],
});

export const makeMoveLink = contract({
  name: 'makeMoveLink',
  method: 'POST',
  path: '/organizations/:organizationId/products/:subscriptionId/move-link',
  summary: 'Makes a link by which another organization takes a product over. An earlier one ends.',
  permission: 'products.move',
  sensitive: true,
  params,
  returns: z
    .object({
      link: z.string().describe('Shown once: whoever holds it can take the product.'),
      expiresAt: z.iso.datetime(),
    })
    .meta({ id: 'MoveLink' }),
  refusals: [productNotFound, notMovable],
});

export const withdrawMoveLink = contract({
  name: 'withdrawMoveLink',
  method: 'DELETE',
  path: '/organizations/:organizationId/products/:subscriptionId/move-link',
  summary: 'Withdraws the link of a product: it opens nothing any more.',
  permission: 'products.move',
  params,
  refusals: [productNotFound],
});

export const openMoveLink = contract({
  name: 'openMoveLink',
  method: 'POST',
  path: '/account/product-moves/link',
  summary: 'Tells which product a link offers. Changes nothing.',
  permission: 'self',
  body: z.strictObject({ from: organizationId, token }),
  returns: z
    .object({
      from: z.string().describe('The name of the organization that gives it away.'),
      expiresAt: z.iso.datetime(),
      productName: translated,
      offerName: translated,
      label: z.string(),
      quantity: z.int(),
      period: z.enum(['month', 'year']),
      paidUntil: z.iso.date(),
      earliestEnd: z.iso.date().nullable(),
      renewalWarranty: z.boolean(),
      currency: z.enum(saleCurrencies),
    })
    .meta({ id: 'OfferedProduct' }),
  refusals: [moveLinkDead],
});

export const takeProductOver = contract({
  name: 'takeProductOver',
  method: 'POST',
  path: '/organizations/:organizationId/product-moves',
  summary: 'Takes a product over by the link that its organization made.',
  permission: 'products.order',
  sensitive: true,
  params: z.object({ organizationId }),
  body: z.strictObject({ from: organizationId, token }),
  returns: arrived,
  refusals: [moveLinkDead, notMovable, otherCurrency, sameOrganization],
});
