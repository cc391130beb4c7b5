import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { organizationId } from '#kernel/ids.ts';
import { moneyOut } from '#kernel/money.ts';
import { organizationNotFound } from '../organization.refusals.ts';
import { notDeletable } from './deletion.refusals.ts';
import { deletionConditions } from './deletion.rules.ts';

const checkOut = z.object({
  kind: z.enum(deletionConditions),
  isMet: z.boolean(),
  count: z.int().describe('How many of them are still open.'),
  amounts: z.array(moneyOut).describe('What is open in money, per currency.'),
});

export const readDeletion = contract({
  name: 'readDeletion',
  method: 'GET',
  path: '/organizations/:organizationId/deletion',
  summary: 'What must be so before the organization can be deleted, and what is still open.',
  permission: 'organization.edit-identity',
  params: z.object({ organizationId }),
  returns: z.object({ checks: z.array(checkOut) }).meta({ id: 'OrganizationDeletion' }),
  refusals: [organizationNotFound],
});

export const deleteOrganization = contract({
  name: 'deleteOrganization',
  method: 'DELETE',
  path: '/organizations/:organizationId',
  summary: 'Deletes an organization that holds nothing any more. Its invoices and its log stay.',
  permission: 'organization.edit-identity',
  sensitive: 'critical',
  params: z.object({ organizationId }),
  refusals: [organizationNotFound, notDeletable],
});
