import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { addressField } from '../../accounts/address.rules.ts';
import {
  recoveryCodeWrong,
  recoveryIsLogin,
  recoveryIsPresent,
  recoveryUnknown,
} from './recovery-address.refusals.ts';

const pendingOut = z
  .object({ address: z.string(), expiresAt: z.iso.datetime() })
  .meta({ id: 'PendingRecoveryAddress' });

export const readRecoveryAddress = contract({
  name: 'readRecoveryAddress',
  method: 'GET',
  path: '/account/recovery-address',
  summary: 'The second address of this account, and what waits for its code.',
  permission: 'self',
  returns: z
    .object({
      present: z
        .object({
          address: z.string(),
          confirmedAt: z.iso.datetime(),
          /** From then on a link for a new password goes there, if it is asked for. */
          countsFrom: z.iso.datetime(),
          isCounting: z.boolean(),
        })
        .nullable(),
      pending: pendingOut.nullable(),
      /** Those before, which are told until then what happens to the account. */
      former: z.array(z.object({ address: z.string(), toldUntil: z.iso.datetime() })),
    })
    .meta({ id: 'RecoveryAddress' }),
});

export const beginRecoveryAddress = contract({
  name: 'beginRecoveryAddress',
  method: 'POST',
  path: '/account/recovery-address',
  summary: 'Mails a code to another recovery address; the one before stays until it is confirmed.',
  permission: 'self',
  sensitive: 'critical',
  body: z.strictObject({ address: addressField }),
  returns: pendingOut,
  refusals: [recoveryIsLogin, recoveryIsPresent],
});

export const resendRecoveryCode = contract({
  name: 'resendRecoveryCode',
  method: 'POST',
  path: '/account/recovery-address/code',
  summary: 'Mails another code to the address that waits for one.',
  permission: 'self',
  sensitive: true,
  returns: pendingOut,
  refusals: [recoveryUnknown],
});

export const confirmRecoveryAddress = contract({
  name: 'confirmRecoveryAddress',
  method: 'POST',
  path: '/account/recovery-address/confirmation',
  summary: 'Confirms the new recovery address with the code that was mailed to it.',
  permission: 'self',
  sensitive: true,
  committedSteps: true,
  body: z.strictObject({
    code: z
      .string()
      .max(20)
      .transform((code) => code.replaceAll(/\s/g, '')),
  }),
  refusals: [recoveryCodeWrong, recoveryIsLogin],
});

export const removeRecoveryAddress = contract({
  name: 'removeRecoveryAddress',
  method: 'DELETE',
  path: '/account/recovery-address',
  summary: 'Removes the recovery address. It is told what happens for thirty days more.',
  permission: 'self',
  sensitive: 'critical',
  refusals: [recoveryUnknown],
});
