import { defineRefusal } from '#kernel/refusal.ts';
import { factorUnknown } from '../factor.refusals.ts';

type Nothing = Record<string, never>;
/** By their codes; pages name them in the language of their reader. */
type Countries = { readonly countries: readonly string[] };

/** The operator has no gateway for texts. */
export const smsOff = defineRefusal<Nothing>('identity.sms-off', 'conflict');
/** Not a mobile number of any country. */
export const smsNumberUnusable = defineRefusal<Nothing>('identity.sms-number-unusable', 'invalid');
/** A mobile number of a country that gets no texts; the sentence names what there is (R58). */
export const smsCountry = defineRefusal<Countries>('identity.sms-country', 'conflict');
/** To this number, from its neighbours or for this person, as many as people need. */
export const smsOften = defineRefusal<{ retryAfterSeconds: number; freeAt: string }>(
  'identity.sms-often',
  'too-many',
);
/** Too few codes came back from its country, or from the numbers beside it. */
export const smsStopped = defineRefusal<Countries>('identity.sms-stopped', 'conflict');
/** What texts may cost today is used up, for its country or for all. */
export const smsSpent = defineRefusal<Countries & { retryAfterSeconds: number }>(
  'identity.sms-spent',
  'too-many',
);
/** Not the newest code, too old, or one try too many. */
export const smsCodeWrong = defineRefusal<Nothing>('identity.sms-code-wrong', 'forbidden');

/** What asking for a code at sign-in may meet. */
export const smsAskRefusals = [
  factorUnknown,
  smsOff,
  smsCountry,
  smsOften,
  smsStopped,
  smsSpent,
] as const;
