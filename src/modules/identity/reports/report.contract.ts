import { z } from 'zod';
import { contract, pageOf, paging } from '#kernel/contract.ts';
import { idOf, userId } from '#kernel/ids.ts';
import { signalKinds } from '../risk/risk.rules.ts';
import { reportResolved, reportUnknown } from './report.refusals.ts';

const report = z
  .object({
    reportId: idOf('rpt'),
    person: z.object({ userId, name: z.string(), address: z.string() }),
    /** By the mailed link; else in the list of devices, by somebody who is signed in. */
    byLink: z.boolean(),
    sessionsEnded: z.int(),
    reportedAt: z.iso.datetime(),
    /** The sign-in that was not theirs. */
    signIn: z.object({
      at: z.iso.datetime(),
      device: z.string(),
      from: z.string(),
      place: z.object({ town: z.string(), country: z.string() }).nullable(),
      methods: z.array(z.string()),
      signals: z.array(z.enum(signalKinds)),
    }),
    resolved: z.object({ at: z.iso.datetime(), by: z.string(), note: z.string() }).nullable(),
  })
  .meta({ id: 'AccountReport' });

export const listReports = contract({
  name: 'listReports',
  method: 'GET',
  path: '/staff/reports',
  summary: 'Accounts whose owners said “this was not me”, with the facts of that sign-in.',
  permission: 'staff.see',
  query: z.object({ ...paging, state: z.enum(['open', 'resolved']).default('open') }),
  returns: pageOf(report).meta({ id: 'AccountReportPage' }),
});

export const resolveReport = contract({
  name: 'resolveReport',
  method: 'POST',
  path: '/staff/reports/:reportId/resolution',
  summary: 'Notes what was done about a reported account; the entry is done with it.',
  permission: 'staff.see',
  params: z.object({ reportId: idOf('rpt') }),
  body: z.strictObject({ note: z.string().trim().min(3).max(500) }),
  returns: report,
  refusals: [reportUnknown, reportResolved],
});
