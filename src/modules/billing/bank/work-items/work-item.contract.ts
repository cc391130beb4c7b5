import { z } from 'zod';
import { contract, pageOf, paging } from '#kernel/contract.ts';
import { idOf, organizationId, type Id } from '#kernel/ids.ts';
import { moneyOut } from '#kernel/money.ts';
import { bankLine } from '../lines/bank-line.contract.ts';
import {
  notThisResolution,
  organizationUnknown,
  referenceNotPayable,
  workItemNotFound,
  workItemResolved,
} from './work-item.refusals.ts';
import { resolutionKinds, workItemKinds } from './work-item.rules.ts';

export type WorkItemId = Id<'wki'>;
export const workItemId = idOf('wki');

const workItem = z
  .object({
    workItemId,
    kind: z.enum(workItemKinds),
    facts: z.record(z.string(), z.string()),
    amount: moneyOut.nullable(),
    line: bankLine.nullable(),
    /** Only for `payer-known`: what the payer's IBAN suggests. */
    proposal: z
      .object({ organizationId, organization: z.string(), reference: z.string() })
      .nullable(),
    state: z.enum(['open', 'resolved']),
    openedAt: z.iso.datetime(),
    resolved: z
      .object({
        at: z.iso.datetime(),
        by: z.string(),
        outcome: z.string(),
        reason: z.string().nullable(),
      })
      .nullable(),
    may: z.array(z.enum(resolutionKinds)),
  })
  .meta({ id: 'WorkItem' });

export const listWorkItems = contract({
  name: 'listWorkItems',
  method: 'GET',
  path: '/staff/work-items',
  summary: 'What a person has to decide about bank money, oldest first.',
  permission: 'staff.bank',
  query: z.object({
    ...paging,
    state: z.enum(['open', 'resolved']).default('open'),
    kind: z.enum(workItemKinds).optional(),
  }),
  returns: pageOf(workItem).meta({ id: 'WorkItemPage' }),
});

const resolution = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('prepaid'), organizationId }),
  z.strictObject({
    outcome: z.literal('settle'),
    reference: z.string().trim().min(4).max(40).describe('of the invoice, pro-forma or top-up'),
  }),
  z.strictObject({ outcome: z.literal('keep'), reason: z.string().trim().min(3).max(300) }),
]);

export const resolveWorkItem = contract({
  name: 'resolveWorkItem',
  method: 'POST',
  path: '/staff/work-items/:workItemId/resolution',
  summary: 'Decides a work item: to prepaid, settle a document, or keep it as it is with a reason.',
  permission: 'staff.bank',
  params: z.object({ workItemId }),
  body: resolution,
  returns: workItem,
  refusals: [
    workItemNotFound,
    workItemResolved,
    notThisResolution,
    organizationUnknown,
    referenceNotPayable,
  ],
});
