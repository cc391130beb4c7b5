import { serve } from '#platform/http/route.ts';
import { askScreenLock as ask } from './ask-screen-lock.ts';
import { beginScreenLock as begin, keepScreenLock as keep } from './make-screen-lock.ts';
import { askScreenLock, beginScreenLock, keepScreenLock } from './screen-lock.contract.ts';

export const screenLockRoutes = [
  serve(beginScreenLock, async ({ tx, now, body }) => ({
    options: { ...(await begin(tx, body.message, now)) },
  })),
  serve(keepScreenLock, async ({ within, now, body }) => keep(within, body, now)),
  serve(askScreenLock, async ({ tx, now, body }) => ({
    options: { ...(await ask(tx, body.message, now)) },
  })),
];
