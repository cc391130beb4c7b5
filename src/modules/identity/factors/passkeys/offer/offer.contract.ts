import { z } from 'zod';
import { contract } from '#kernel/contract.ts';

export const takePasskeyOffer = contract({
  name: 'takePasskeyOffer',
  method: 'POST',
  path: '/account/passkey-offer',
  summary: 'Whether a passkey should be offered now: once, to who has none.',
  permission: 'self',
  returns: z.object({ isOffered: z.boolean() }).meta({ id: 'PasskeyOffer' }),
});
