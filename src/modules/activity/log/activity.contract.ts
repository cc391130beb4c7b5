import { z } from 'zod';
import { day } from '#kernel/calendar.ts';
import { contract, pageOf, paging } from '#kernel/contract.ts';
import { organizationId, userId } from '#kernel/ids.ts';

const fact = z.union([z.string(), z.number(), z.boolean()]);

export const activityOut = z
  .object({
    /** Stream and number: names the entry to support and to the audit. */
    id: z.string(),
    at: z.iso.datetime(),
    action: z.string(),
    result: z.enum(['done', 'failed']),
    facts: z.record(z.string(), fact),
    actor: z.object({
      kind: z.enum(['user', 'staff', 'system', 'nobody']),
      /** Missing for nobody, for the system, and for a user who was erased. */
      name: z.string().optional(),
      you: z.boolean(),
    }),
    about: z.object({ kind: z.string(), id: z.string(), label: z.string().optional() }).optional(),
    /** Products that it names, with the labels they had then. */
    products: z.array(z.object({ id: z.string(), label: z.string() })).optional(),
    /** Present where the entry belongs to an organization. */
    organizationId: organizationId.optional(),
    /** Where and with what it was done; shown to oneself only. */
    place: z.string().optional(),
    device: z.string().optional(),
    /** Which device it was about, where that is another one. */
    otherDevice: z.string().optional(),
  })
  .meta({ id: 'Activity', description: 'Something that happened (R95, N6).' });

const filter = z.object({
  ...paging,
  from: day.optional(),
  to: day.optional(),
  /** `billing.` or a whole action. */
  action: z.string().max(80).optional(),
  about: z.string().max(80).optional(),
  product: z.string().max(80).optional(),
  text: z.string().max(100).optional(),
  /** Actions that the reader's words for them fit the text, with commas: found like it. */
  textActions: z
    .string()
    .max(4000)
    .transform((list) => list.split(','))
    .optional(),
});

const filterOfOrganization = filter.extend({ by: userId.optional() });
const namedProducts = z
  .object({ products: z.array(z.object({ id: z.string(), label: z.string() })) })
  .meta({ id: 'ActivityProducts' });

export const listMyActivity = contract({
  name: 'listMyActivity',
  method: 'GET',
  path: '/account/activity',
  summary: 'Lists what happened in your account and what you did, the latest first.',
  permission: 'self',
  query: filter,
  returns: pageOf(activityOut),
});

export const exportMyActivity = contract({
  name: 'exportMyActivity',
  method: 'GET',
  path: '/account/activity.csv',
  summary: 'Gives what happened in your account as CSV, at most the latest 10,000 entries.',
  permission: 'self',
  query: filter.omit({ cursor: true, limit: true }),
  returns: 'text/csv',
});

export const listMyActivityProducts = contract({
  name: 'listMyActivityProducts',
  method: 'GET',
  path: '/account/activity/products',
  summary: 'Lists the products that your activity log names, to filter it by.',
  permission: 'self',
  returns: namedProducts,
});

export const listOrganizationActivity = contract({
  name: 'listOrganizationActivity',
  method: 'GET',
  path: '/organizations/:organizationId/activity',
  summary: 'Lists what happened in an organization, the latest first.',
  permission: 'activity.see',
  params: z.object({ organizationId }),
  query: filterOfOrganization,
  returns: pageOf(activityOut),
});

export const listActivityProducts = contract({
  name: 'listActivityProducts',
  method: 'GET',
  path: '/organizations/:organizationId/activity/products',
  summary: 'Lists the products that the activity log of an organization names, to filter it by.',
  permission: 'activity.see',
  params: z.object({ organizationId }),
  returns: namedProducts,
});

export const exportOrganizationActivity = contract({
  name: 'exportOrganizationActivity',
  method: 'GET',
  path: '/organizations/:organizationId/activity.csv',
  summary: 'Gives what happened in an organization as CSV, at most the latest 10,000 entries.',
  permission: 'activity.see',
  params: z.object({ organizationId }),
  query: filterOfOrganization.omit({ cursor: true, limit: true }),
  returns: 'text/csv',
});
