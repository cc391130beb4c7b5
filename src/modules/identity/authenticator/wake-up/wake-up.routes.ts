import { serve } from '#platform/http/route.ts';
import { subscribeApp as subscribe } from './subscribe-app.ts';
import { subscribeApp } from './wake-up.contract.ts';

export const wakeUpRoutes = [
  serve(subscribeApp, async ({ within, now, body }) => subscribe(within, body.message, now)),
];
