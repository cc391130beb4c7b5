import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import { newPushKey, type PushKey } from '#platform/push/push-service.ts';
import { findPushKey, keepPushKey } from './push-key.store.ts';

/** The key by which push services know this instance; the operator configures nothing. */
export async function pushKeyOf(tx: Tx, now: Instant): Promise<PushKey> {
  const known = await findPushKey(tx);
  if (known) return known;
  const made = await newPushKey();
  await keepPushKey(tx, made, now);
  return (await findPushKey(tx)) ?? made;
}
