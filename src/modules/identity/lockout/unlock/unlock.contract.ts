import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { addressField } from '../../accounts/address.rules.ts';
import { linkDead, linkToken } from '../../tokens/token.refusals.ts';

export const requestUnlock = contract({
  name: 'requestUnlock',
  method: 'POST',
  path: '/unlocks',
  summary: 'Asks for a link that lets a browser in. The answer is the same for every address.',
  permission: 'public',
  rateClass: 'door',
  body: z.strictObject({ address: addressField }),
  returns: z.object({ address: z.string() }).meta({ id: 'UnlockRequested' }),
});

export const completeUnlock = contract({
  name: 'completeUnlock',
  method: 'POST',
  path: '/unlocks/completion',
  summary:
    'Makes this browser known with the mailed link. Password and second factor still follow.',
  permission: 'public',
  rateClass: 'door',
  committedSteps: true,
  body: z.strictObject({ token: linkToken }),
  refusals: [linkDead],
});
