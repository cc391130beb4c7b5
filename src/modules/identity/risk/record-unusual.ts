import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { recordAll } from '#modules/activity/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { streamOf, type Holder } from '../accounts/account.rules.ts';
import type { Signal } from './risk.rules.ts';

/** Each has its sentence, so that the log can be searched for it. A new device is no entry. */
const actions: { readonly [S in Exclude<Signal, 'new-device'>]: string } = {
  'new-country': 'identity.unusual-country',
  'impossible-speed': 'identity.unusual-speed',
  'long-absence': 'identity.unusual-absence',
  anonymiser: 'identity.unusual-anonymiser',
  'many-failures': 'identity.unusual-failures',
};

/** What was unusual about a sign-in, beside its own entry in the person's log. */
export async function recordUnusual(
  tx: Tx,
  { holder, actor, signals }: { holder: Holder; actor: Actor; signals: readonly Signal[] },
  now: Instant,
): Promise<void> {
  const stream = streamOf(holder);
  const unusual = signals.filter((signal) => signal !== 'new-device');
  if (unusual.length === 0) return;
  const happenings = unusual.map((signal) => ({ stream, action: actions[signal], actor }));
  await recordAll(tx, happenings, now);
}
