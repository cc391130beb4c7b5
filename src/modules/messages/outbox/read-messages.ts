import { fromCursor, toCursor } from '#kernel/cursor.ts';
import type { UserId } from '#kernel/ids.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { messageNotFound, notASandbox } from './message.refusals.ts';
import { messageId, type Message, type MessageId, type MessageStatus } from './message.rules.ts';
import { listMessages, mailOf, messageOf, type FullMessage } from './message.store.ts';

export type MessageQuery = {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly text?: string | undefined;
  readonly status?: MessageStatus | undefined;
};

/** Every message that was sent to this user. */
export async function listOwnMessages(tx: Tx, userId: UserId, query: MessageQuery) {
  const { rows, next } = await listed(tx, query, userId);
  return { rows: rows.map(row), next };
}

/** One of them, with its words unless these are for the mailbox only. */
export async function readOwnMessage(tx: Tx, userId: UserId, id: MessageId) {
  const message = await messageOf(tx, id, { userId });
  return message?.isMailboxOnly ? row(message) : whole(message);
}

/** What staff see of all messages: delivery, never words. */
export async function listAllMessages(tx: Tx, query: MessageQuery) {
  const { rows, next } = await listed(tx, query);
  return { rows: rows.map(sentRow), next };
}

/** The development mailbox: only where no real customer's mail can be in it. */
export async function listMailbox(tx: Tx, query: MessageQuery) {
  refuseOutsideSandbox(tx);
  return listAllMessages(tx, query);
}

export async function readMailboxMessage(tx: Tx, id: MessageId) {
  refuseOutsideSandbox(tx);
  return whole(await messageOf(tx, id));
}

const mailsShown = 20;

/**
 * Mail to one address on a sandbox instance, for the visitor who just typed that address (settled
 * 15). The caller knows that it was this visitor.
 */
export async function mailTo(tx: Tx, address: string): Promise<readonly FullMessage[]> {
  refuseOutsideSandbox(tx);
  return mailOf(tx, address.trim(), mailsShown);
}

function refuseOutsideSandbox(tx: Tx): void {
  if (!settingsOf(tx).demo) throw notASandbox({});
}

async function listed(tx: Tx, { cursor, limit, text, status }: MessageQuery, userId?: UserId) {
  const [last = ''] = fromCursor(cursor ?? '', 1) ?? [];
  const before = messageId.safeParse(last).data;
  const found = await listMessages(tx, { userId, status, text, before }, limit + 1);
  const rows = found.slice(0, limit);
  const end = found.length > limit ? rows.at(-1) : undefined;
  return { rows, next: end ? toCursor([end.messageId]) : null };
}

function whole(message: FullMessage | undefined) {
  if (!message) throw messageNotFound({});
  return { ...row(message), ...message.body };
}

function row({ messageId: id, letter, subject, address, language, code, ...message }: Message) {
  const { status, queuedAt, sentAt } = message;
  return {
    messageId: id,
    letter,
    subject,
    address,
    language,
    code,
    status,
    queuedAt: queuedAt.toISOString(),
    ...(sentAt ? { sentAt: sentAt.toISOString() } : {}),
  };
}

function sentRow(message: Message) {
  const { problem } = message;
  return { ...row(message), ...(problem === undefined ? {} : { problem }) };
}
