import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { idOf, organizationId } from '#kernel/ids.ts';
import { productNotFound } from '../products/subscription.refusals.ts';
import { nothingFailed } from './provisioning.refusals.ts';

export const listFailedProducts = contract({
  name: 'listFailedProducts',
  method: 'GET',
  path: '/staff/failed-products',
  summary: 'Products that could not be made, with the reason; the latest two hundred.',
  permission: 'staff.see',
  returns: z.object({
    rows: z.array(
      z
        .object({
          organizationId,
          organizationName: z.string(),
          subscriptionId: idOf('sub'),
          product: z.string(),
          label: z.string(),
          tries: z.int(),
          problem: z.string(),
          failedAt: z.iso.datetime(),
        })
        .meta({ id: 'FailedProduct' }),
    ),
  }),
});

export const makeProductAgain = contract({
  name: 'makeProductAgain',
  method: 'POST',
  path: '/staff/organizations/:organizationId/products/:subscriptionId/provisioning',
  summary: 'Asks once more for a product that could not be made.',
  permission: 'staff.billing',
  params: z.object({ organizationId, subscriptionId: idOf('sub') }),
  refusals: [productNotFound, nothingFailed],
});
