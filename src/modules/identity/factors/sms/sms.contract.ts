import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { hashingBusy } from '../../passwords/password.refusals.ts';
import { factorAdded } from '../factor.contract.ts';
import { enrolmentOver, factorPaused } from '../factor.refusals.ts';
import { codeField, factorId } from '../factor.rules.ts';
import {
  smsCodeWrong,
  smsCountry,
  smsNumberUnusable,
  smsOff,
  smsOften,
  smsSpent,
  smsStopped,
} from './sms.refusals.ts';

export const readSms = contract({
  name: 'readSms',
  method: 'GET',
  path: '/account/factors/sms',
  summary: 'Whether codes by text are offered here, for which countries, and to which number.',
  permission: 'self',
  returns: z
    .object({
      isOffered: z.boolean(),
      /** ISO codes. A number’s own country decides, when it is added and each time (R57). */
      countries: z.array(z.string()),
      present: z
        .object({
          /** Its last two digits. */
          number: z.string(),
          /** False where it gets no texts now: its country is not on the list, or was stopped. */
          isUsable: z.boolean(),
          /** The latter: its country, or the numbers beside it. */
          isStopped: z.boolean(),
        })
        .nullable(),
    })
    .meta({ id: 'SmsStanding' }),
});

export const beginSms = contract({
  name: 'beginSms',
  method: 'POST',
  path: '/account/factors/sms',
  summary: 'Begins with a mobile number: a code is texted to it and waits five minutes.',
  permission: 'self',
  sensitive: true,
  evenRestricted: true,
  body: z.strictObject({ number: z.string().trim().min(1).max(40) }),
  returns: z
    .object({ factorId, number: z.string(), expiresAt: z.iso.datetime() })
    .meta({ id: 'NewSms' }),
  refusals: [smsOff, smsNumberUnusable, smsCountry, smsOften, smsStopped, smsSpent],
});

export const confirmSms = contract({
  name: 'confirmSms',
  method: 'POST',
  path: '/account/factors/sms/confirmation',
  summary: 'Confirms the number with the code that came by text. It replaces the one before.',
  permission: 'self',
  sensitive: true,
  evenRestricted: true,
  committedSteps: true,
  body: z.strictObject({ factorId, code: codeField }),
  returns: factorAdded,
  refusals: [enrolmentOver, smsCodeWrong, factorPaused, hashingBusy],
});
