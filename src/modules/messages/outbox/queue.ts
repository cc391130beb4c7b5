import { createHash } from 'node:crypto';
import type { Instant } from '#kernel/calendar.ts';
import { newId } from '#kernel/new-id.ts';
import { keysOf, settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { enqueue } from '#platform/jobs/enqueue.ts';
import { defineJob } from '#platform/jobs/jobs.ts';
import type { Letter } from '../templates/letter.rules.ts';
import { letterheadFor } from '../templates/letterhead.ts';
import { oneLine, render } from '../templates/render.rules.ts';
import { spellCode } from '../templates/code.rules.ts';
import { isMailbox, type Recipient } from './message.rules.ts';
import { insertMessage } from './message.store.ts';
import { mostTries, sending } from '../delivery/sending.rules.ts';

export const sendingJob = defineJob('messages.send', sending, { retries: mostTries });

/**
 * Writes a letter to somebody, in the transaction of what it tells: a rollback takes it back. A job
 * sends it after the commit; without a mail server it is kept and read in the portal.
 */
// oxlint-disable-next-line max-params -- every act calls it: letter, facts, reader, time
export async function queue<Facts>(
  tx: Tx,
  letter: Letter<Facts>,
  facts: Facts,
  to: Recipient,
  now: Instant,
): Promise<void> {
  const { origin, smtpUrl, brand } = settingsOf(tx);
  const messageId = newId('msg', now);
  const address = mailboxOf(to);
  const name = oneLine(to.name ?? '');
  const content = letter.content(facts, to.language);
  const subject = oneLine(content.subject);
  const said = canonicalOf(messageId, address, subject, JSON.stringify(content));
  const owner = { use: 'messages.message.code', row: messageId, owner: address };
  const code = spellCode(keysOf(tx).hmac(owner, said));
  const { language } = content;
  const letterhead = await letterheadFor(tx, to.organizationId, now);
  const isListed = to.userId !== undefined;
  const rendered = render(content, { language, name, code, brand, origin, isListed, letterhead });

  const status = smtpUrl === undefined ? 'kept' : 'queued';
  const { userId, organizationId, isMailboxOnly = false } = to;
  const body = { text: rendered.text, html: rendered.html };
  const signature = keysOf(tx).sign(signedBytes(messageId, address, subject, rendered.text));
  await insertMessage(
    tx,
    {
      messageId,
      userId,
      organizationId,
      letter: letter.name,
      language,
      address,
      name,
      subject,
      body,
      code,
      isMailboxOnly,
      signature,
      status,
    },
    now,
  );
  if (status === 'queued') await enqueue(tx, sendingJob, { messageId }, { key: messageId });
}

function mailboxOf({ address }: Recipient): string {
  const spelled = address.trim();
  if (!isMailbox(spelled)) throw new TypeError('a message needs one mailbox to go to');
  return spelled;
}

const canonicalOf = (...parts: readonly string[]): string => JSON.stringify(parts);

/** What the signature of a message covers: who was told what (B2). */
export function signedBytes(...parts: readonly [string, string, string, string]): Buffer {
  const [messageId, address, subject, text] = parts;
  const digest = createHash('sha256').update(text).digest('hex');
  return Buffer.from(['atrio-message-v1', messageId, address, subject, digest].join('\n'));
}
