import { z } from 'zod';
import { factorId } from '../../factors/factor.rules.ts';
import { signedBy } from '../push.rules.ts';

/** What an app signs to begin with the screen lock of its phone. */
export const beginningPayload = z.strictObject({
  kind: z.literal('begin-screen-lock'),
  factorId,
  ...signedBy,
});

/** What it signs to keep what the phone made: this one, and no other. */
export const keepingPayload = z.strictObject({
  kind: z.literal('keep-screen-lock'),
  factorId,
  credentialId: z.string().max(2000),
  ...signedBy,
});

/** What it signs before it approves one request. */
export const approvingPayload = z.strictObject({
  kind: z.literal('ask-screen-lock'),
  factorId,
  attempt: z.string().max(60),
  ...signedBy,
});
