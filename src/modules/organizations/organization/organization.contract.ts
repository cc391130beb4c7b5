import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { organizationId } from '#kernel/ids.ts';
import { language } from '#kernel/language.ts';
import { saleCurrencies } from '#kernel/money.ts';
import { memberRoles } from '#kernel/permission.ts';
import { organizationPermissions } from '../members/rights.rules.ts';
import {
  currencyInUseRefusal,
  organizationNotFound,
  wrongPhone,
  wrongVatNumber,
} from './organization.refusals.ts';
import { identityFields, organizationKinds, vatChecks } from './organization.rules.ts';

const { name, kind, country, vatNumber, address, phone } = identityFields;

export const addressOut = z
  .object({ street: z.string(), number: z.string(), postcode: z.string(), town: z.string() })
  .meta({ id: 'OrganizationAddress' });

export const organizationOut = z
  .object({
    organizationId,
    customerNumber: z.string(),
    kind: z.enum(organizationKinds),
    name: z.string(),
    country: z.string(),
    currency: z.enum(saleCurrencies),
    language,
    onAccount: z.boolean(),
    /** Absent for externals, who are members in name only; null where there is none. */
    address: addressOut.nullable().optional(),
    vatNumber: z.string().nullable().optional(),
    vatCheck: z.enum(vatChecks).nullable().optional(),
    phone: z.string().nullable().optional().describe('Spaced: +41 44 668 18 00.'),
    role: z.enum(memberRoles),
    /** What the reader may do here; pages offer nothing else. */
    may: z.array(z.enum(organizationPermissions)),
  })
  .meta({ id: 'Organization', description: 'Who owns products and owes money.' });

export const readOrganization = contract({
  name: 'readOrganization',
  method: 'GET',
  path: '/organizations/:organizationId',
  summary: 'Gives an organization, your role in it and what you may do there.',
  permission: 'organization.see',
  params: z.object({ organizationId }),
  returns: organizationOut,
  refusals: [organizationNotFound],
});

export const updateOrganization = contract({
  name: 'updateOrganization',
  method: 'PATCH',
  path: '/organizations/:organizationId',
  summary: 'Changes the legal identity of an organization. What is absent stays.',
  permission: 'organization.edit-identity',
  sensitive: true,
  params: z.object({ organizationId }),
  body: z.strictObject({
    name: name.optional(),
    kind: kind.optional(),
    address: address.nullable().optional(),
    country: country.optional(),
    vatNumber: vatNumber.nullable().optional(),
    phone: phone.nullable().optional(),
    language: language.optional(),
  }),
  returns: organizationOut,
  refusals: [organizationNotFound, wrongVatNumber, wrongPhone, currencyInUseRefusal],
});

export const createOrganization = contract({
  name: 'createOrganization',
  method: 'POST',
  path: '/account/organizations',
  summary: 'Creates a further organization; you become its legal representative.',
  permission: 'self',
  idempotency: 'optional',
  body: z.strictObject({
    name,
    kind,
    country,
    language: language.optional().describe('Of its documents; else your own.'),
    address: address.nullable().optional(),
    vatNumber: vatNumber.nullable().optional(),
    phone: phone.nullable().optional(),
  }),
  returns: organizationOut,
  refusals: [wrongVatNumber, wrongPhone],
});

export const readCurrencyChange = contract({
  name: 'readCurrencyChange',
  method: 'GET',
  path: '/organizations/:organizationId/currency-change',
  summary: 'Tells what a change of country would do to the currency of prices. Changes nothing.',
  permission: 'organization.edit-identity',
  params: z.object({ organizationId }),
  query: z.object({ country }),
  returns: z
    .object({
      currency: z.enum(saleCurrencies),
      wanted: z.enum(saleCurrencies),
      isBlocked: z.boolean().describe('Money or orders are open in the present currency.'),
    })
    .meta({ id: 'CurrencyChange' }),
  refusals: [organizationNotFound],
});
