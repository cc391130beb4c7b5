import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { idOf, userId } from '#kernel/ids.ts';
import { language } from '#kernel/language.ts';
import { sessionUnknown, tokenRenewed } from './session.refusals.ts';

export const whoAmI = contract({
  name: 'whoAmI',
  method: 'GET',
  path: '/session',
  summary: 'Who is signed in in this browser; nobody is an answer too.',
  permission: 'public',
  returns: z
    .object({
      user: z
        .object({
          userId,
          firstName: z.string(),
          lastName: z.string(),
          address: z.string(),
          language,
        })
        .nullable(),
      /** For X-Atrio-CSRF; null for nobody. */
      csrf: z.string().nullable(),
      /** Until then sensitive changes need no further proof. */
      freshUntil: z.iso.datetime().nullable(),
      /** This is a demo: a banner says so. */
      sandbox: z.boolean(),
      /** Plain HTTP was allowed: a banner says so. */
      insecure: z.boolean(),
      brand: z.string(),
    })
    .meta({ id: 'WhoAmI' }),
  refusals: [tokenRenewed],
});

export const sessionOut = z
  .object({
    sessionId: idOf('ses'),
    current: z.boolean(),
    /** Browser and system, as far as they say. */
    device: z.object({ browser: z.string(), system: z.string() }),
    /** Where it signed in, roughly; null where the operator has no file of places. */
    place: z.object({ town: z.string(), country: z.string() }).nullable(),
    /** When somebody signed in with this browser for the first time. */
    firstSeenAt: z.iso.datetime(),
    methods: z.array(z.string()),
    staysSignedIn: z.boolean(),
    signedInAt: z.iso.datetime(),
    seenAt: z.iso.datetime(),
    endsAt: z.iso.datetime(),
    may: z.array(z.enum(['end', 'disown'])),
  })
  .meta({ id: 'Session' });

export const listSessions = contract({
  name: 'listSessions',
  method: 'GET',
  path: '/account/sessions',
  summary: 'The devices that are signed in with this account.',
  permission: 'self',
  returns: z.object({ sessions: z.array(sessionOut) }).meta({ id: 'Sessions' }),
});

export const endSession = contract({
  name: 'endSession',
  method: 'DELETE',
  path: '/account/sessions/:sessionId',
  summary: 'Ends the session of one device, at once.',
  permission: 'self',
  sensitive: true,
  evenWeak: true,
  params: z.object({ sessionId: idOf('ses') }),
  refusals: [sessionUnknown],
});

const ended = z.object({ ended: z.int() }).meta({ id: 'EndedSessions' });

export const endOtherSessions = contract({
  name: 'endOtherSessions',
  method: 'DELETE',
  path: '/account/other-sessions',
  summary: 'Ends every session of this account but the one that asks.',
  permission: 'self',
  sensitive: true,
  evenWeak: true,
  returns: ended,
});

export const endAllSessions = contract({
  name: 'endAllSessions',
  method: 'DELETE',
  path: '/account/sessions',
  summary: 'Ends every session of this account, this one too.',
  permission: 'self',
  sensitive: true,
  evenWeak: true,
  returns: ended,
});
