import { serve } from '#platform/http/route.ts';
import { listMembers as list } from './list-members.ts';
import { listMembers } from './member.contract.ts';

export const memberRoutes = [
  serve(listMembers, async ({ tx, actor, params }) => ({
    rows: await list(tx, params.organizationId, actor.userId),
  })),
];
