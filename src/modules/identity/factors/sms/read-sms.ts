import { isSmsOffered } from '#modules/messages/index.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Holder } from '../../accounts/account.rules.ts';
import { secretsOf } from '../factor.store.ts';
import { blockOf, mobileOf, shownNumber } from './numbers/mobile-number.rules.ts';
import { countriesOf } from './spending/spending.rules.ts';
import { isStopped } from './traffic/stop.store.ts';

/** What texts can do for an account here and now. */
export type SmsStanding = {
  readonly isOffered: boolean;
  readonly countries: readonly string[];
  /** The number that codes go to, and whether it gets any now. */
  readonly present:
    | { readonly number: string; readonly isUsable: boolean; readonly isStopped: boolean }
    | undefined;
};

export async function readSms(tx: Tx, holder: Holder): Promise<SmsStanding> {
  const settings = settingsOf(tx);
  const isOffered = isSmsOffered(settings);
  const countries = countriesOf(settings);
  const [bound] = await secretsOf(tx, holder, 'sms');
  if (!bound) return { isOffered, countries, present: undefined };
  const country = mobileOf(bound.secret, '')?.country;
  const isOnList = isOffered && country !== undefined && countries.includes(country);
  const isHalted = isOnList && (await isStopped(tx, [country, blockOf(bound.secret)]));
  const number = shownNumber(bound.secret);
  const present = { number, isUsable: isOnList && !isHalted, isStopped: isHalted };
  return { isOffered, countries, present };
}
