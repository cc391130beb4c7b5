import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { record } from '#modules/activity/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { fullName } from '../accounts/user.rules.ts';
import { reportResolved, reportUnknown } from './report.refusals.ts';
import { findReport, markResolved, type Report, type ReportId } from './report.store.ts';

type StaffActor = Extract<Actor, { kind: 'staff' }>;

/** One of the staff has looked after a reported account, and says what came of it. */
export async function resolveReport(
  tx: Tx,
  { reportId, note, actor }: { reportId: ReportId; note: string; actor: StaffActor },
  now: Instant,
): Promise<Report> {
  const isFirst = await markResolved(tx, { reportId, by: actor.name, note }, now);
  const report = await findReport(tx, reportId);
  if (!report) throw reportUnknown({});
  const { resolved, userId, firstName, lastName } = report;
  if (!isFirst) {
    throw reportResolved({ by: resolved?.by ?? '', at: resolved?.at.toISOString() ?? '' });
  }
  const label = fullName({ first: firstName, last: lastName });
  const about = { kind: 'user', id: userId, label };
  const happening = {
    stream: 'instance',
    action: 'identity.report-resolved',
    actor,
    about,
  } as const;
  await record(tx, { ...happening, facts: { note } }, now);
  return report;
}
