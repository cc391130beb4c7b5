import type { Given } from '#kernel/contract.ts';
import type { Language } from '#kernel/language.ts';
import type { Tx } from '#platform/database/tx.ts';
import { serve } from '#platform/http/route.ts';
import { fullName } from '../accounts/user.rules.ts';
import { placeOf } from '../places/place-of.ts';
import { isSignal } from '../risk/risk.rules.ts';
import { deviceLabel } from '../sessions/device-name.ts';
import { reportsIn } from './list-reports.ts';
import { listReports, resolveReport } from './report.contract.ts';
import type { Report } from './report.store.ts';
import { resolveReport as resolve } from './resolve-report.ts';

export const reportRoutes = [
  serve(listReports, async ({ tx, query, http }) => {
    const { rows, next } = await reportsIn(tx, query);
    return { rows: rows.map((report) => present(tx, report, http.language)), next };
  }),
  serve(resolveReport, async ({ tx, now, actor, params, body, http }) => {
    const report = await resolve(tx, { ...params, ...body, actor }, now);
    return present(tx, report, http.language);
  }),
];

function present(tx: Tx, report: Report, language: Language): Given<typeof resolveReport> {
  const { reportId, userId, address, byLink, resolved } = report;
  return {
    reportId,
    person: {
      userId,
      address,
      name: fullName({ first: report.firstName, last: report.lastName }),
    },
    byLink,
    sessionsEnded: report.ended,
    reportedAt: report.reportedAt.toISOString(),
    signIn: {
      at: report.signedInAt.toISOString(),
      device: deviceLabel(report.agent),
      from: report.prefix,
      place: placeOf(tx, report.prefix, language) ?? null,
      methods: [...report.methods],
      signals: report.signals.filter(isSignal),
    },
    resolved: resolved ? { ...resolved, at: resolved.at.toISOString() } : null,
  };
}
