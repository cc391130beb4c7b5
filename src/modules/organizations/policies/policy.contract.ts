import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { day } from '#kernel/calendar.ts';
import { organizationId, userId } from '#kernel/ids.ts';
import { memberRoles } from '#kernel/permission.ts';
import { organizationNotFound } from '../organization/organization.refusals.ts';
import { policyChangedMeanwhile, policyDayOutOfReach } from './policy.refusals.ts';
import { factorMethods, keepsStrongMethod } from './factor-method.rules.ts';
import { mostGraceDays } from './policy.rules.ts';

const factorDemand = z.strictObject({
  from: day.describe('The first day on which a second factor is required.'),
  graceDays: z.int().min(0).max(mostGraceDays),
});

/** Stricter than the product only: it ends sessions after an hour unused, and after a day. */
const idleMinutes = z.int().min(5).max(59).nullable().describe('Null: as the product does.');
const absoluteHours = z.int().min(1).max(23).nullable().describe('Null: as the product does.');

export const policyOut = z
  .object({
    version: z.int().describe('Zero: nobody ever chose.'),
    secondFactor: factorDemand.nullable(),
    methods: z.array(z.enum(factorMethods)),
    idleMinutes,
    absoluteHours,
    mayStay: z.boolean(),
    savedAt: z.iso.datetime().nullable(),
    /** Days from which a second factor can be required. */
    earliest: day,
    latest: day,
  })
  .meta({
    id: 'Policy',
    description: 'What an organization asks of its members at sign-in (D10).',
  });

const params = z.object({ organizationId });

export const readPolicy = contract({
  name: 'readPolicy',
  method: 'GET',
  path: '/organizations/:organizationId/policy',
  summary: 'Gives what the organization asks of its members when they sign in.',
  permission: 'organization.see',
  params,
  returns: policyOut,
});

export const savePolicy = contract({
  name: 'savePolicy',
  method: 'PUT',
  path: '/organizations/:organizationId/policy',
  summary:
    'Changes what is asked of members. To require no second factor wants a proof made for it.',
  permission: 'organization.edit-policies',
  sensitive: 'critical-in-part',
  params,
  body: z
    .strictObject({
      basedOn: z.int().describe('The version that was seen when this one was made.'),
      secondFactor: factorDemand.nullable(),
      methods: z.array(z.enum(factorMethods)).refine(keepsStrongMethod),
      idleMinutes,
      absoluteHours,
      mayStay: z.boolean(),
    })
    .refine(
      ({ mayStay, ...limits }) =>
        !mayStay || (limits.idleMinutes === null && limits.absoluteHours === null),
      { path: ['mayStay'] },
    ),
  returns: policyOut,
  refusals: [organizationNotFound, policyDayOutOfReach, policyChangedMeanwhile],
});

const personOut = z.object({ userId, name: z.string(), role: z.enum(memberRoles) });

export const readPolicyEffect = contract({
  name: 'readPolicyEffect',
  method: 'GET',
  path: '/organizations/:organizationId/policy/effect',
  summary: 'Whom a second factor, required from a day on, would stop, and when.',
  permission: 'organization.edit-policies',
  params,
  query: z.object({ from: day, graceDays: z.coerce.number().int().min(0).max(mostGraceDays) }),
  returns: z
    .object({
      members: z.int(),
      without: z.int().describe('Members who have no second factor now.'),
      people: z.array(personOut).describe('The first ten of them.'),
      you: z.boolean().describe('Whoever asks is one of them.'),
      stopsOn: day.describe('The first day on which they cannot act in the organization.'),
      representatives: z.int(),
      prepared: z.int().describe('Legal representatives who have a passkey or emergency codes.'),
    })
    .meta({ id: 'PolicyEffect' }),
});
