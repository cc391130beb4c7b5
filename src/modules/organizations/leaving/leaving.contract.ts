import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { idOf, organizationId } from '#kernel/ids.ts';
import { translated } from '#kernel/language.ts';
import { organizationNotFound } from '../organization/organization.refusals.ts';
import { cannotLeave } from './leaving.refusals.ts';
import { leavingConditions } from './leaving.rules.ts';

export const leavingOut = z.object({
  blockedBy: z
    .array(
      z.object({
        kind: z.enum(leavingConditions),
        product: z
          .object({ subscriptionId: idOf('sub'), productName: translated, label: z.string() })
          .nullable()
          .describe('Where it is settled, if it is a product.'),
      }),
    )
    .describe('What keeps you there (D2); empty: you can leave.'),
});

export const leaveOrganization = contract({
  name: 'leaveOrganization',
  method: 'POST',
  path: '/account/organizations/leave',
  summary: 'Leaves an organization, unless something keeps you there.',
  permission: 'self',
  sensitive: true,
  body: z.strictObject({ organizationId }),
  refusals: [organizationNotFound, cannotLeave],
});
