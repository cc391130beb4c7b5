import { sql } from 'kysely';
import type { SessionId } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type Id, type UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { identity } from '../tables.generated.ts';

export type ReportId = Id<'rpt'>;
export type ReportState = 'open' | 'resolved';

/** A sign-in that its owner said was not theirs, with what is known of it. */
export type Report = {
  readonly reportId: ReportId;
  readonly userId: UserId;
  readonly firstName: string;
  readonly lastName: string;
  readonly address: string;
  /** By the mailed link, without being signed in. */
  readonly byLink: boolean;
  /** How many sessions it ended. */
  readonly ended: number;
  readonly reportedAt: Instant;
  readonly signedInAt: Instant;
  readonly methods: readonly string[];
  readonly signals: readonly string[];
  readonly agent: string;
  readonly prefix: string;
  readonly resolved:
    | { readonly at: Instant; readonly by: string; readonly note: string }
    | undefined;
};

export async function insertReport(
  tx: Tx,
  report: {
    reportId: ReportId;
    userId: UserId;
    sessionId: SessionId;
    byLink: boolean;
    ended: number;
  },
  now: Instant,
): Promise<void> {
  await identity(tx)
    .insertInto('identity.report')
    .values({
      id: toUuid(report.reportId),
      user_id: toUuid(report.userId),
      session_id: toUuid(report.sessionId),
      by_link: report.byLink,
      ended: report.ended,
      reported_at: now,
    })
    .execute();
}

export type ReportPage = {
  readonly limit: number;
  readonly after: readonly [at: string, id: string] | undefined;
};

/** What waits, the oldest first; what is done, the latest first. */
export async function findReports(
  tx: Tx,
  state: ReportState,
  { limit, after }: ReportPage,
): Promise<Report[]> {
  const isOpen = state === 'open';
  const at = sql.ref(isOpen ? 'report.reported_at' : 'report.resolved_at');
  const order = sql.raw(isOpen ? 'asc' : 'desc');
  const beyond = sql.raw(isOpen ? '>' : '<');
  const query = reports(tx)
    .where('report.resolved_at', isOpen ? 'is' : 'is not', null)
    .$if(after !== undefined, (page) =>
      page.where(
        sql<boolean>`(${at}, report.id) ${beyond} (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`,
      ),
    )
    .orderBy(sql`${at} ${order}`)
    .orderBy(sql`report.id ${order}`)
    .limit(limit);
  return (await query.execute()).map(toReport);
}

export async function findReport(tx: Tx, reportId: ReportId): Promise<Report | undefined> {
  const row = await reports(tx).where('report.id', '=', toUuid(reportId)).executeTakeFirst();
  return row && toReport(row);
}

/** True for the one who was first. */
export async function markResolved(
  tx: Tx,
  { reportId, by, note }: { reportId: ReportId; by: string; note: string },
  now: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await identity(tx)
    .updateTable('identity.report')
    .set({ resolved_at: now, resolved_by: by, note })
    .where('id', '=', toUuid(reportId))
    .where('resolved_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

function reports(tx: Tx) {
  return identity(tx)
    .selectFrom('identity.report as report')
    .innerJoin('identity.user as person', 'person.id', 'report.user_id')
    .innerJoin('identity.session as session', 'session.id', 'report.session_id')
    .selectAll('report')
    .select(['person.first_name', 'person.last_name', 'person.address'])
    .select(['session.created_at', 'session.methods', 'session.signals'])
    .select(['session.agent', 'session.prefix']);
}

type Row = Awaited<ReturnType<ReturnType<typeof reports>['executeTakeFirstOrThrow']>>;

function toReport(row: Row): Report {
  const { resolved_at: at, resolved_by: by, note } = row;
  return {
    reportId: fromUuid('rpt', row.id),
    userId: fromUuid('usr', row.user_id),
    firstName: row.first_name,
    lastName: row.last_name,
    address: row.address,
    byLink: row.by_link,
    ended: row.ended,
    reportedAt: row.reported_at,
    signedInAt: row.created_at,
    methods: row.methods,
    signals: row.signals,
    agent: row.agent,
    prefix: row.prefix,
    resolved: at === null ? undefined : { at, by: by ?? '', note: note ?? '' },
  };
}
