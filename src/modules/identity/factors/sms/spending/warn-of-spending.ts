import { system } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { record } from '#modules/activity/index.ts';
import { queue } from '#modules/messages/index.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { administrators } from '../../../staff/staff.store.ts';
import type { Pot } from './spending.rules.ts';
import { textsNearlySpent } from './texts-nearly-spent.letter.ts';

const actor = system('identity.pay-texts');

/** Tells the administrators that a pot is nearly empty: the text that took it there does, once. */
export async function warnOfSpending(
  tx: Tx,
  { place, mostMinor, spentMinor }: Pot & { readonly spentMinor: bigint },
  now: Instant,
): Promise<void> {
  const { smsCurrency: currency, origin } = settingsOf(tx);
  const spent = { minor: spentMinor, currency };
  const most = { minor: mostMinor, currency };
  const about = { kind: 'sms-pot', id: place, label: place };
  const happening = { stream: 'instance', action: 'identity.texts-nearly-spent', actor } as const;
  const minor = { spentMinor: String(spentMinor), mostMinor: String(mostMinor) };
  await record(tx, { ...happening, about, facts: { ...minor, currency } }, now);
  const said = { place, spent, most, link: `${origin}/staff/texts` };
  for (const to of await administrators(tx)) await queue(tx, textsNearlySpent, said, to, now);
}
