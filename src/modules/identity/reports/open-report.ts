import type { Instant } from '#kernel/calendar.ts';
import { newId } from '#kernel/new-id.ts';
import type { SessionId } from '#kernel/actor.ts';
import type { UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { insertReport } from './report.store.ts';

/** “This was not me”: one of the provider's people looks after the account (identity 3.4). */
export async function openReport(
  tx: Tx,
  of: {
    disowned: { readonly userId: UserId; readonly sessionId: SessionId };
    ended: number;
    byLink: boolean;
  },
  now: Instant,
): Promise<void> {
  const { disowned, ended, byLink } = of;
  const { userId, sessionId } = disowned;
  const reportId = newId('rpt', now);
  await insertReport(tx, { reportId, userId, sessionId, byLink, ended }, now);
}
