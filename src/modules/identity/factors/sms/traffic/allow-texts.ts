import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { record } from '#modules/activity/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { liftStop } from './stop.store.ts';
import { textStopUnknown } from './traffic.refusals.ts';
import type { StopId } from './traffic.rules.ts';

export type AllowTexts = {
  readonly stopId: StopId;
  readonly reason: string;
  readonly actor: Extract<Actor, { kind: 'staff' }>;
};

/** Lifts a stop, with a reason; what was sent before it does not stop the place again. */
export async function allowTexts(
  tx: Tx,
  { stopId, reason, actor }: AllowTexts,
  now: Instant,
): Promise<void> {
  const lifted = await liftStop(tx, { stopId, staffId: actor.staffId, reason }, now);
  if (!lifted) throw textStopUnknown({});
  const about = { kind: 'sms-stop', id: stopId, label: lifted.place };
  const happening = { stream: 'instance', action: 'identity.texts-allowed', actor, about } as const;
  await record(tx, { ...happening, facts: { country: lifted.country, reason } }, now);
}
