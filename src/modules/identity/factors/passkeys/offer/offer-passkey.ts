import type { Instant } from '#kernel/calendar.ts';
import type { UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { takeOffer } from './offer.store.ts';

/** After a sign-in with the password: a passkey is offered, once, to who has none (3.11). */
export async function offerPasskey(tx: Tx, userId: UserId, now: Instant): Promise<boolean> {
  return takeOffer(tx, userId, now);
}
