import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { notASandbox } from '../outbox/message.refusals.ts';
import { latestSms, type ShownSms } from './sms.store.ts';

const textsShown = 20;

/** The latest texts of a sandbox; elsewhere nobody of the provider's people reads a code. */
export async function readSmsMailbox(tx: Tx): Promise<readonly ShownSms[]> {
  if (!settingsOf(tx).demo) throw notASandbox({});
  return latestSms(tx, textsShown);
}
