import type { Instant } from '#kernel/calendar.ts';
import type { Within } from '#platform/database/database.ts';
import { TextRefused, type SmsGateway } from '#platform/sms/gateway.ts';
import { mostSmsTries, type SmsId } from './sms.rules.ts';
import { claimSms, markSmsFailed, markSmsSent, noteSmsProblem } from './sms.store.ts';

/** The gateway could not now. The job tries again. */
export class SendSmsAgain extends Error {}

/**
 * Hands one text to the gateway, outside any transaction. A worker that dies in between leaves it
 * waiting, and it is handed over again under the same id, by which a gateway knows it.
 */
export async function sendSms(
  within: Within,
  gateway: SmsGateway | undefined,
  { smsId, now }: { smsId: SmsId; now: Instant },
): Promise<void> {
  const text = gateway && (await within((tx) => claimSms(tx, smsId, now)));
  if (!gateway || !text) {
    return within((tx) => markSmsFailed(tx, { smsId, problem: 'too late' }, now));
  }
  const { to, body, tries } = text;
  try {
    await gateway.send({ id: smsId, to, body, at: now });
  } catch (error) {
    const problem = (error instanceof Error ? error.message : String(error)).slice(0, 500);
    if (error instanceof TextRefused || tries >= mostSmsTries) {
      return within((tx) => markSmsFailed(tx, { smsId, problem }, now));
    }
    await within((tx) => noteSmsProblem(tx, smsId, problem));
    throw new SendSmsAgain(problem);
  }
  await within((tx) => markSmsSent(tx, smsId, now));
}
