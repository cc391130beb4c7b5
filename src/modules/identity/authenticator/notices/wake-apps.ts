import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Holder } from '../../accounts/account.rules.ts';
import { wokenApps } from '../wake-up/subscription.store.ts';
import { wakeLater } from '../wake-up/wake-later.ts';

/**
 * Wakes the phones of an account for what was changed of it (SU-04); what that was, they ask for.
 * Staff read it in their mail.
 */
export async function wakeApps(tx: Tx, holder: Holder, now: Instant): Promise<void> {
  if (holder.kind === 'staff') return;
  for (const factorId of await wokenApps(tx, holder)) {
    await wakeLater(tx, { factorId, reason: 'changed' }, now);
  }
}
