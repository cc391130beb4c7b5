import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { idOf, organizationId } from '#kernel/ids.ts';
import { productNotFound } from '../products/subscription.refusals.ts';
import * as refusal from './mail.refusals.ts';

const params = z.object({ organizationId, subscriptionId: idOf('sub') });

export const readMail = contract({
  name: 'readMail',
  method: 'GET',
  path: '/organizations/:organizationId/products/:subscriptionId/mail',
  summary: 'The addresses of a mail service, at which domain, and how many it is for.',
  permission: 'products.see',
  params,
  returns: z
    .object({
      isOpen: z.boolean().describe('False: the mail service is over.'),
      domain: z.string().nullable().describe('At which the addresses are; null: not said yet.'),
      included: z.int().nullable().describe('Addresses by the offer; null: as many as you like.'),
      addresses: z.array(
        z.object({ address: z.string(), addedAt: z.iso.datetime(), addedBy: z.string() }),
      ),
    })
    .meta({ id: 'MailService' }),
  refusals: [productNotFound, refusal.noMailService],
});

export const setMailDomain = contract({
  name: 'setMailDomain',
  method: 'PUT',
  path: '/organizations/:organizationId/products/:subscriptionId/mail/domain',
  summary: 'Says at which domain the addresses of a mail service are. It stays while it has any.',
  permission: 'products.manage',
  params,
  body: z.strictObject({ domain: z.string().max(253) }),
  refusals: [
    productNotFound,
    refusal.noMailService,
    refusal.mailDomainNotValid,
    refusal.mailDomainInUse,
  ],
});

export const addMailAddress = contract({
  name: 'addMailAddress',
  method: 'POST',
  path: '/organizations/:organizationId/products/:subscriptionId/mail/addresses',
  summary: 'Adds an address to a mail service. Whoever signs in with it does not leave (R36).',
  permission: 'products.manage',
  params,
  body: z.strictObject({ local: z.string().max(64).describe('What stands before the @.') }),
  returns: z.object({ address: z.string() }).meta({ id: 'AddedMailAddress' }),
  refusals: [
    productNotFound,
    refusal.noMailService,
    refusal.noMailDomain,
    refusal.mailAddressNotValid,
    refusal.mailAddressTaken,
    refusal.noAddressLeft,
  ],
});

export const removeMailAddress = contract({
  name: 'removeMailAddress',
  method: 'DELETE',
  path: '/organizations/:organizationId/products/:subscriptionId/mail/addresses/:address',
  summary: 'Takes an address out of a mail service.',
  permission: 'products.manage',
  params: params.extend({ address: z.string().max(320) }),
  refusals: [productNotFound, refusal.noMailService, refusal.mailAddressNotFound],
});
