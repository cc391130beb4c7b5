import { serve } from '#platform/http/route.ts';
import { browserOf } from '../../sign-in/cookies.ts';
import { giveNext } from '../factor.routes.ts';
import { keepFactor as keep, keepFactorByLink as keepByLink } from './keep-factor.ts';
import {
  keepFactor,
  keepFactorByLink,
  reportFactorLost,
  restoreFactor,
} from './leaving.contract.ts';
import { reportLost, restoreFactor as restore } from './lose-factor.ts';

export const leavingRoutes = [
  serve(keepFactor, ({ tx, now, actor, params }) => keep(tx, { actor, ...params }, now)),
  serve(keepFactorByLink, ({ within, now, body, http }) =>
    keepByLink(within, { ...body, browser: browserOf(http) }, now),
  ),
  serve(reportFactorLost, async ({ within, now, actor, params, body, http }) => {
    const loss = { actor, ...params, ...body, browser: browserOf(http) };
    return giveNext(http, 'user', await reportLost(within, loss, now));
  }),
  serve(restoreFactor, ({ tx, now, actor, params }) => restore(tx, { actor, ...params }, now)),
];
