import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { organizationId } from '#kernel/ids.ts';
import { addressNotFound } from './address.refusals.ts';
import { addressId } from './address.rules.ts';

const text = (longest: number) => z.string().trim().max(longest);
const needed = (longest: number) => text(longest).min(1);

/** As long as the Swiss QR-bill allows (2.4). */
const addressFields = {
  name: needed(70),
  attention: text(70).optional(),
  street: needed(70),
  number: text(16),
  postcode: needed(16),
  town: needed(35),
  country: z.string().regex(/^[A-Z]{2}$/),
};

export const addressOut = z
  .object({ addressId, ...addressFields, isDefault: z.boolean() })
  .meta({ id: 'BillingAddress' });

export const listAddresses = contract({
  name: 'listAddresses',
  method: 'GET',
  path: '/organizations/:organizationId/addresses',
  summary: 'Lists the billing addresses of an organization, the default one first.',
  permission: 'billing.see',
  params: z.object({ organizationId }),
  returns: z
    .object({
      addresses: z.array(addressOut),
      own: z
        .object({
          name: z.string(),
          street: z.string().optional(),
          number: z.string().optional(),
          postcode: z.string().optional(),
          town: z.string().optional(),
          country: z.string(),
          isDefault: z.boolean(),
        })
        .meta({ description: 'The organization’s own address: used where no other is chosen.' }),
    })
    .meta({ id: 'BillingAddresses' }),
});

export const addAddress = contract({
  name: 'addAddress',
  method: 'POST',
  path: '/organizations/:organizationId/addresses',
  summary: 'Adds a billing address; past documents stay as they are.',
  permission: 'billing.edit-addresses',
  params: z.object({ organizationId }),
  body: z.strictObject({ ...addressFields, makeDefault: z.boolean().default(false) }),
  returns: addressOut,
  idempotency: 'optional',
});

export const updateAddress = contract({
  name: 'updateAddress',
  method: 'PATCH',
  path: '/organizations/:organizationId/addresses/:addressId',
  summary: 'Changes a billing address for future documents, or makes it the default one.',
  permission: 'billing.edit-addresses',
  params: z.object({ organizationId, addressId }),
  body: z.strictObject({ ...addressFields, makeDefault: z.boolean() }).partial(),
  returns: addressOut,
  refusals: [addressNotFound],
});
