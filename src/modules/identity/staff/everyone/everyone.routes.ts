import { serve } from '#platform/http/route.ts';
import { endEverySession as endAll } from './end-every-session.ts';
import { endEverySession } from './everyone.contract.ts';

export const everyoneRoutes = [
  serve(endEverySession, ({ tx, now, actor, body }) => endAll(tx, { ...body, actor }, now)),
];
