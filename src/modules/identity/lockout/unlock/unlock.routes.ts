import { serve } from '#platform/http/route.ts';
import { browserOf, cookieSeconds } from '../../sign-in/cookies.ts';
import { requestUnlock as request } from './request-unlock.ts';
import { requestUnlock, completeUnlock } from './unlock.contract.ts';
import { takeUnlockLink } from './take-unlock-link.ts';

export const unlockRoutes = [
  serve(requestUnlock, async ({ tx, now, body, http }) => {
    await request(tx, { address: body.address, browser: browserOf(http) }, now);
    return { address: body.address };
  }),
  serve(completeUnlock, async ({ within, now, body, http }) => {
    const { deviceToken } = await takeUnlockLink(
      within,
      { token: body.token, browser: browserOf(http) },
      now,
    );
    http.setCookie('dev', deviceToken, cookieSeconds.device);
  }),
];
