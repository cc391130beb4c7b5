import { toMoneyOut } from '#kernel/money.ts';
import { serve } from '#platform/http/route.ts';
import * as act from './delete-organization.ts';
import { deleteOrganization, readDeletion } from './deletion.contract.ts';

export const deletionRoutes = [
  serve(readDeletion, async ({ tx, now, params: { organizationId } }) => {
    const checks = await act.readDeletion(tx, organizationId, now);
    return {
      checks: checks.map((check) => ({ ...check, amounts: check.amounts.map(toMoneyOut) })),
    };
  }),
  serve(deleteOrganization, ({ tx, now, actor, params: { organizationId } }) =>
    act.deleteOrganization(tx, { organizationId, actor }, now),
  ),
];
