import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { hashingBusy, passwordField, passwordWrong } from '../../passwords/password.refusals.ts';
import { triesPaused } from '../../passwords/password.refusals.ts';
import { linkDead, linkToken } from '../../tokens/token.refusals.ts';
import { factorNotLost, factorReplaced, factorUnknown, removalOver } from '../factor.refusals.ts';
import { factorId } from '../factor.rules.ts';

const params = z.object({ factorId });

export const lossReported = z.object({ csrf: z.string() }).meta({ id: 'LossReported' });
export const lossRefusals = [factorUnknown, passwordWrong, triesPaused, hashingBusy] as const;
export const restoreRefusals = [factorUnknown, factorNotLost, factorReplaced] as const;
export const keepRefusals = [factorUnknown, removalOver] as const;

/** It only protects: no proof is asked for. */
export const keepFactor = contract({
  name: 'keepFactor',
  method: 'DELETE',
  path: '/account/factors/:factorId/removal',
  summary: 'Calls off the removal of the last factor, which waits for a day.',
  permission: 'self',
  params,
  refusals: keepRefusals,
});

export const keepFactorByLink = contract({
  name: 'keepFactorByLink',
  method: 'POST',
  path: '/factor-removals/called-off',
  summary: 'The same by the link of the mail that told of it. Opens nothing.',
  permission: 'public',
  rateClass: 'door',
  committedSteps: true,
  body: z.strictObject({ token: linkToken }),
  refusals: [linkDead, ...keepRefusals],
});

/** The password is in its body, and enough: the other proof is what is lost (3.14). */
export const reportFactorLost = contract({
  name: 'reportFactorLost',
  method: 'POST',
  path: '/account/factors/:factorId/loss',
  summary: '“I lost this device”: stops a factor at once, with the password. Other sessions end.',
  permission: 'self',
  rateClass: 'door',
  committedSteps: true,
  params,
  body: z.strictObject({ password: passwordField }),
  returns: lossReported,
  refusals: lossRefusals,
});

export const restoreFactor = contract({
  name: 'restoreFactor',
  method: 'DELETE',
  path: '/account/factors/:factorId/loss',
  summary: 'Brings a factor back that was reported as lost.',
  permission: 'self',
  sensitive: true,
  evenWeak: true,
  params,
  refusals: restoreRefusals,
});
