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
  wrongVatNumber,
} from './organization.refusals.ts';
import { identityFields, organizationKinds, vatChecks } from './organization.rules.ts';

const { name, kind, country, vatNumber, address } = identityFields;

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
    language: language.optional(),
  }),
  returns: organizationOut,
  refusals: [organizationNotFound, wrongVatNumber, currencyInUseRefusal],
});
