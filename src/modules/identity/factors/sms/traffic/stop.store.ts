import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type StaffId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { identity } from '../../../tables.generated.ts';
import type { StopId, Traffic } from './traffic.rules.ts';

/** True once: the place gets no texts from now on, and got some until now. */
export async function insertStop(
  tx: Tx,
  stop: Traffic & { readonly stopId: StopId },
  now: Instant,
): Promise<boolean> {
  const { stopId, place, country, sends, verified } = stop;
  const inserted = await identity(tx)
    .insertInto('identity.sms_stop')
    .values({ id: toUuid(stopId), place, country, sends, verified, stopped_at: now })
    .onConflict((known) => known.column('place').where('lifted_at', 'is', null).doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

/** Lifts a stop that stands: its place, once; nothing when somebody else was faster. */
export async function liftStop(
  tx: Tx,
  { stopId, staffId, reason }: { stopId: StopId; staffId: StaffId; reason: string },
  now: Instant,
): Promise<{ place: string; country: string } | undefined> {
  return identity(tx)
    .updateTable('identity.sms_stop')
    .set({ lifted_at: now, lifted_by: toUuid(staffId), reason })
    .where('id', '=', toUuid(stopId))
    .where('lifted_at', 'is', null)
    .returning(['place', 'country'])
    .executeTakeFirst();
}

export type Stop = Traffic & { readonly stopId: StopId; readonly stoppedAt: Instant };

/** What gets no texts now, the latest first. */
export async function standingStops(tx: Tx): Promise<Stop[]> {
  const rows = await identity(tx)
    .selectFrom('identity.sms_stop')
    .select(['id', 'place', 'country', 'sends', 'verified', 'stopped_at'])
    .where('lifted_at', 'is', null)
    .orderBy('stopped_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ id, stopped_at: stoppedAt, ...stop }) => ({
    stopId: fromUuid('stp', id),
    stoppedAt,
    ...stop,
  }));
}

/** Whether one of these places gets no texts now. */
export async function isStopped(tx: Tx, places: readonly string[]): Promise<boolean> {
  const stop = await identity(tx)
    .selectFrom('identity.sms_stop')
    .select('id')
    .where('lifted_at', 'is', null)
    .where('place', 'in', [...places])
    .executeTakeFirst();
  return stop !== undefined;
}
