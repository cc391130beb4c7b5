import type { Instant } from '#kernel/calendar.ts';
import type { Within } from '#platform/database/database.ts';
import type { Mailer } from '#platform/mail/mailer.ts';
import { failureOf, type MessageId } from '../outbox/message.rules.ts';
import {
  claimMessage,
  markFailed,
  markKept,
  markSent,
  requeue,
  type FullMessage,
} from '../outbox/message.store.ts';
import { mostTries } from './sending.rules.ts';

type Sending = { readonly messageId: MessageId; readonly tries: number; readonly now: Instant };

/** The mail server said: later. The job tries again. */
export class SendAgain extends Error {}

/**
 * Sends one message at most once: it is taken in hand and committed before the network is touched.
 * A message that is found in hand was left there by a worker that died, so it may have left: it is
 * marked failed and staff see it, but it is never sent twice.
 */
export async function sendMessage(
  within: Within,
  mailer: Mailer | undefined,
  { messageId, now }: Omit<Sending, 'tries'>,
): Promise<void> {
  if (!mailer) return within((tx) => markKept(tx, messageId));
  const message = await within((tx) => claimMessage(tx, messageId));
  if (!message) return within((tx) => markFailed(tx, messageId, 'interrupted', now));
  try {
    await mailer.send(mailOf(message));
  } catch (error) {
    return giveUpOrTryAgain(within, error, { messageId, tries: message.tries, now });
  }
  await within((tx) => markSent(tx, messageId, now));
}

async function giveUpOrTryAgain(
  within: Within,
  error: unknown,
  { messageId, tries, now }: Sending,
): Promise<void> {
  const problem = (error instanceof Error ? error.message : String(error)).slice(0, 500);
  if (failureOf(error) !== 'again' || tries >= mostTries) {
    return within((tx) => markFailed(tx, messageId, problem, now));
  }
  await within((tx) => requeue(tx, messageId, problem));
  throw new SendAgain(problem);
}

function mailOf({ messageId, address, name, subject, body, code }: FullMessage) {
  return {
    to: { address, ...(name === '' ? {} : { name }) },
    subject,
    text: body.text,
    html: body.html,
    messageId: `<${messageId}@atrio>`,
    headers: { 'X-Atrio-Code': code },
  };
}
