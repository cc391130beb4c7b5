import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { idOf } from '#kernel/ids.ts';
import { sessionUnknown } from '../sessions/session.refusals.ts';
import { linkDead, linkToken } from '../tokens/token.refusals.ts';

export const disownByLink = contract({
  name: 'disownByLink',
  method: 'POST',
  path: '/disowned-sessions',
  summary: '“This was not me”: ends the session a mail told of, all later ones, and the password.',
  permission: 'public',
  rateClass: 'door',
  committedSteps: true,
  body: z.strictObject({ token: linkToken }),
  refusals: [linkDead],
});

export const disownSession = contract({
  name: 'disownSession',
  method: 'POST',
  path: '/account/sessions/:sessionId/disowning',
  summary: '“I do not know this device”: ends its session, all later ones, and the password.',
  permission: 'self',
  sensitive: true,
  evenWeak: true,
  params: z.object({ sessionId: idOf('ses') }),
  returns: z.object({ ended: z.int() }).meta({ id: 'Disowned' }),
  refusals: [sessionUnknown],
});
