import { defineRefusal } from '#kernel/refusal.ts';
import { factorUnknown } from '../factor.refusals.ts';

type Nothing = Record<string, never>;

/** The operator has no gateway for texts. */
export const smsOff = defineRefusal<Nothing>('identity.sms-off', 'conflict');
/** Not a mobile number of any country. */
export const smsNumberUnusable = defineRefusal<Nothing>('identity.sms-number-unusable', 'invalid');
/** A mobile number of a country that gets no texts; the sentence names what there is (R58). */
export const smsCountry = defineRefusal<{ countries: string }>('identity.sms-country', 'conflict');
/** Not the newest code, too old, or one try too many. */
export const smsCodeWrong = defineRefusal<Nothing>('identity.sms-code-wrong', 'forbidden');

/** What asking for a code at sign-in may meet. */
export const smsAskRefusals = [factorUnknown, smsOff, smsCountry] as const;
