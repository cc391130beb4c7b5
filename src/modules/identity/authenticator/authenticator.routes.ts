import { serve } from '#platform/http/route.ts';
import { giveRisen } from '../factors/factor.routes.ts';
import { decide } from './answer-push.ts';
import {
  beginPush,
  confirmPush,
  decidePush,
  pairApp,
  readAttemptPush,
  readPairing,
  readStepUpPush,
  readWaiting,
} from './authenticator.contract.ts';
import {
  beginPush as begin,
  confirmPush as bind,
  pairApp as pair,
  pairedName,
} from './pairing/pair-app.ts';
import { pushOfAttempt, pushOfSession } from './read-push.ts';
import { readWaiting as read } from './read-waiting.ts';

/** Pairing from a desktop session, the phone's own doors, and how it stands meanwhile. */
export const authenticatorRoutes = [
  serve(beginPush, async ({ tx, now, actor, body }) => {
    const begun = await begin(tx, { actor, ...body }, now);
    return { ...begun, expiresAt: begun.expiresAt.toISOString() };
  }),
  serve(readPairing, async ({ tx, actor, params }) => ({
    name: (await pairedName(tx, { actor, ...params })) ?? null,
  })),
  serve(confirmPush, async ({ within, now, actor, body, http }) =>
    giveRisen(http, 'user', await bind(within, { actor, ...body }, now)),
  ),
  serve(readAttemptPush, async ({ tx, now, http }) => ({
    state: await pushOfAttempt(tx, http.cookie('try'), now),
  })),
  serve(readStepUpPush, async ({ tx, now, actor }) => ({
    state: await pushOfSession(tx, actor, now),
  })),
  serve(pairApp, async ({ tx, now, body: { message, publicKey } }) =>
    pair(tx, { message, publicKey: Buffer.from(publicKey, 'base64url') }, now),
  ),
  serve(readWaiting, async ({ tx, now, body }) => {
    const { waiting, push = null, ...app } = await read(tx, body.message, now);
    if (!waiting) return { ...app, waiting: null, push };
    const { askedAt, expiresAt, action = null, organization = null } = waiting;
    const times = { askedAt: askedAt.toISOString(), expiresAt: expiresAt.toISOString() };
    return { ...app, waiting: { ...waiting, action, organization, ...times }, push };
  }),
  serve(decidePush, async ({ within, now, body }) => decide(within, body, now)),
];
