import { isSmsOffered } from '#modules/messages/index.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Holder } from '../../accounts/account.rules.ts';
import { secretsOf } from '../factor.store.ts';
import { mobileOf, shownNumber } from './numbers/mobile-number.rules.ts';

/** What texts can do for an account here and now. */
export type SmsStanding = {
  readonly isOffered: boolean;
  readonly countries: readonly string[];
  /** The number that codes go to, and whether its country still gets any. */
  readonly present: { readonly number: string; readonly isUsable: boolean } | undefined;
};

export async function readSms(tx: Tx, holder: Holder): Promise<SmsStanding> {
  const settings = settingsOf(tx);
  const isOffered = isSmsOffered(settings);
  const { smsCountries: countries } = settings;
  const [bound] = await secretsOf(tx, holder, 'sms');
  const country = bound && mobileOf(bound.secret, '')?.country;
  const isUsable = isOffered && country !== undefined && countries.includes(country);
  const present = bound && { number: shownNumber(bound.secret), isUsable };
  return { isOffered, countries, present };
}
