import { serve } from '#platform/http/route.ts';
import { readCheckUp } from './check-up.contract.ts';
import { checkUp } from './check-up.ts';

export const checkUpRoutes = [
  serve(readCheckUp, async ({ tx, now, actor }) => ({ findings: await checkUp(tx, actor, now) })),
];
