import { z } from 'zod';
import { factorId } from '../../factors/factor.rules.ts';
import { signedBy } from '../push.rules.ts';

/** What a phone is shown of its account: the changes of what protects it, by their names in the log. */
export const noticeKinds = [
  'factor-added',
  'factor-renamed',
  'factor-removed',
  'last-factor-removed',
  'factor-removal-asked',
  'factor-kept',
  'factor-lost',
  'factor-found',
  'factor-suspended',
  'screen-lock-added',
  'emergency-codes-made',
  'password-changed',
  'password-reset',
  'password-replaced',
  'recovery-address-set',
  'recovery-address-replaced',
  'recovery-address-removed',
  'session-disowned',
  'account-locked',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** How long a change is shown, and how many at most. */
export const shownNotices = { seconds: 7 * 24 * 60 * 60, most: 10 } as const;

/** What an app signs to read them. */
export const noticesPayload = z.strictObject({ kind: z.literal('notices'), factorId, ...signedBy });
