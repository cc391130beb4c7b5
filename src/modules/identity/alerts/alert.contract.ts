import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { laneLimits } from '../lockout/lane.rules.ts';

const { least, most } = laneLimits.threshold;

const fields = {
  /** A mail about every sign-in. New devices are told in any case (D5). */
  alertSignIns: z.boolean(),
  alertFailures: z.boolean(),
  lockAfter: z.int().min(least).max(most),
};

export const securitySettingsOut = z
  .object({ ...fields, lockAfterLeast: z.int(), lockAfterMost: z.int() })
  .meta({ id: 'SecuritySettings' });

export const readSecuritySettings = contract({
  name: 'readSecuritySettings',
  method: 'GET',
  path: '/account/security-settings',
  summary: 'Which sign-ins this person is told of, and after how many failures strangers are out.',
  permission: 'self',
  returns: securitySettingsOut,
});

export const changeSecuritySettings = contract({
  name: 'changeSecuritySettings',
  method: 'PATCH',
  path: '/account/security-settings',
  summary: 'Changes alerts and the threshold of the lock-out. What is absent stays.',
  permission: 'self',
  sensitive: true,
  body: z.strictObject({
    alertSignIns: fields.alertSignIns.optional(),
    alertFailures: fields.alertFailures.optional(),
    lockAfter: fields.lockAfter.optional(),
  }),
  returns: securitySettingsOut,
});
