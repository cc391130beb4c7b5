import { serve } from '#platform/http/route.ts';
import { browserOf, cookieSeconds } from '../sign-in/cookies.ts';
import { completeReset as complete } from './complete-reset.ts';
import { requestReset as request } from './request-reset.ts';
import { completeReset, requestReset } from './reset.contract.ts';

export const resetRoutes = [
  serve(requestReset, async ({ tx, now, body, http }) => {
    await request(tx, { ...body, browser: browserOf(http) }, now);
    return { address: body.address };
  }),
  serve(completeReset, async ({ within, now, body, http }) => {
    const { deviceToken } = await complete(within, { ...body, browser: browserOf(http) }, now);
    http.setCookie('dev', deviceToken, cookieSeconds.device);
  }),
];
