import { serve } from '#platform/http/route.ts';
import { giveRisen } from '../factor.routes.ts';
import { beginSms as begin, confirmSms as confirm } from './add-sms.ts';
import { readSms as read } from './read-sms.ts';
import { beginSms, confirmSms, readSms } from './sms.contract.ts';

/** Codes by text, for customers only. */
export const smsFactorRoutes = [
  serve(readSms, async ({ tx, actor }) => {
    const { countries, present, ...sms } = await read(tx, { kind: 'user', id: actor.userId });
    return { ...sms, countries: [...countries], present: present ?? null };
  }),
  serve(beginSms, async ({ tx, now, actor, body }) => {
    const { expiresAt, ...begun } = await begin(tx, { actor, ...body }, now);
    return { ...begun, expiresAt: expiresAt.toISOString() };
  }),
  serve(confirmSms, async ({ within, now, actor, body, http }) =>
    giveRisen(http, 'user', await confirm(within, { actor, ...body }, now)),
  ),
];
