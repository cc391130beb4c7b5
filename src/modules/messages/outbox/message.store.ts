import { sql } from 'kysely';
import { z } from 'zod';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type OrganizationId, type UserId } from '#kernel/ids.ts';
import { language, type Language } from '#kernel/language.ts';
import { keysOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Purpose, Signature } from '#platform/keys/keys.ts';
import { messages } from '../tables.generated.ts';
import {
  messageStatuses,
  type Message,
  type MessageBody,
  type MessageId,
  type MessageStatus,
} from './message.rules.ts';

export type NewMessage = {
  readonly messageId: MessageId;
  readonly userId: UserId | undefined;
  readonly organizationId: OrganizationId | undefined;
  readonly letter: string;
  readonly language: Language;
  readonly address: string;
  readonly name: string;
  readonly subject: string;
  readonly body: MessageBody;
  readonly code: string;
  readonly isMailboxOnly: boolean;
  readonly signature: Signature;
  readonly status: 'queued' | 'kept';
};

export async function insertMessage(tx: Tx, message: NewMessage, now: Instant): Promise<void> {
  const { messageId, userId, organizationId, signature } = message;
  await messages(tx)
    .insertInto('messages.message')
    .values({
      id: toUuid(messageId),
      user_id: userId ? toUuid(userId) : null,
      organization_id: organizationId ? toUuid(organizationId) : null,
      letter: message.letter,
      language: message.language,
      address: message.address,
      name: message.name,
      subject: message.subject,
      sealed_body: keysOf(tx).seal(purposeOf(message), JSON.stringify(message.body)),
      code: message.code,
      key_id: signature.kid,
      signature: signature.value,
      is_mailbox_only: message.isMailboxOnly,
      status: message.status,
      queued_at: now,
    })
    .execute();
}

/** A body opens only beside its own row and for the address that it was sent to. */
function purposeOf({ messageId, address }: { messageId: MessageId; address: string }): Purpose {
  return { use: 'messages.message.sealed_body', row: messageId, owner: address };
}

export type FullMessage = Message & { readonly body: MessageBody; readonly tries: number };

/**
 * Takes a queued message in hand: from here on nobody else sends it. Undefined when it is not
 * queued.
 */
export async function claimMessage(tx: Tx, id: MessageId): Promise<FullMessage | undefined> {
  const row = await messages(tx)
    .updateTable('messages.message')
    .set({ status: 'sending', tries: sql<number>`tries + 1` })
    .where('id', '=', toUuid(id))
    .where('status', '=', 'queued')
    .returningAll()
    .executeTakeFirst();
  return row && withBody(tx, row);
}

export async function markSent(tx: Tx, id: MessageId, now: Instant): Promise<void> {
  await messages(tx)
    .updateTable('messages.message')
    .set({ status: 'sent', sent_at: now, failed_at: null, problem: null })
    .where('id', '=', toUuid(id))
    .where('status', 'in', ['sending', 'failed'])
    .execute();
}

/** Puts a message that did not leave back into the queue. */
export async function requeue(tx: Tx, id: MessageId, problem: string): Promise<void> {
  await messages(tx)
    .updateTable('messages.message')
    .set({ status: 'queued', problem })
    .where('id', '=', toUuid(id))
    .where('status', '=', 'sending')
    .execute();
}

export async function markFailed(
  tx: Tx,
  id: MessageId,
  problem: string,
  now: Instant,
): Promise<void> {
  await messages(tx)
    .updateTable('messages.message')
    .set({ status: 'failed', failed_at: now, problem })
    .where('id', '=', toUuid(id))
    .where('status', '=', 'sending')
    .execute();
}

/** A message that no mail server will take: it stays readable in the portal. */
export async function markKept(tx: Tx, id: MessageId): Promise<void> {
  await messages(tx)
    .updateTable('messages.message')
    .set({ status: 'kept' })
    .where('id', '=', toUuid(id))
    .where('status', '=', 'queued')
    .execute();
}

export type MessageFilter = {
  readonly userId?: UserId | undefined;
  readonly address?: string | undefined;
  readonly status?: MessageStatus | undefined;
  /** Found in address, subject or letter. */
  readonly text?: string | undefined;
  /** Only messages older than this one. */
  readonly before?: MessageId | undefined;
};

/** Messages, the latest first, without their bodies. */
export async function listMessages(
  tx: Tx,
  { userId, address, status, text, before }: MessageFilter,
  limit: number,
): Promise<Message[]> {
  let query = messages(tx).selectFrom('messages.message').selectAll();
  if (userId) query = query.where('user_id', '=', toUuid(userId));
  if (address !== undefined) query = query.where(isTo(address));
  if (status) query = query.where('status', '=', status);
  if (before) query = query.where('id', '<', toUuid(before));
  if (text) {
    const where = sql`lower(concat_ws(' ', address, subject, letter))`;
    query = query.where(sql<boolean>`strpos(${where}, lower(${text})) > 0`);
  }
  const rows = await query.orderBy('id', 'desc').limit(limit).execute();
  return rows.map(toMessage);
}

/** A message with its body; only the user's own where a user is named. */
export async function messageOf(
  tx: Tx,
  id: MessageId,
  owner?: { readonly userId: UserId },
): Promise<FullMessage | undefined> {
  let query = messages(tx).selectFrom('messages.message').selectAll().where('id', '=', toUuid(id));
  if (owner) query = query.where('user_id', '=', toUuid(owner.userId));
  const row = await query.executeTakeFirst();
  return row && withBody(tx, row);
}

/** The messages to an address with their bodies, the latest first. */
export async function mailOf(tx: Tx, address: string, limit: number): Promise<FullMessage[]> {
  const rows = await messages(tx)
    .selectFrom('messages.message')
    .selectAll()
    .where(isTo(address))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => withBody(tx, row));
}

/** Two spellings of one mailbox are one. */
function isTo(address: string) {
  return sql<boolean>`lower(address) = lower(${address})`;
}

type Row = {
  readonly id: string;
  readonly letter: string;
  readonly language: string;
  readonly address: string;
  readonly name: string;
  readonly subject: string;
  readonly sealed_body: string;
  readonly code: string;
  readonly is_mailbox_only: boolean;
  readonly status: string;
  readonly tries: number;
  readonly problem: string | null;
  readonly queued_at: Date;
  readonly sent_at: Date | null;
};

const status = z.enum(messageStatuses);
const bodyOf = z.object({ text: z.string(), html: z.string() });

function toMessage(row: Row): Message {
  return {
    messageId: fromUuid('msg', row.id),
    letter: row.letter,
    address: row.address,
    name: row.name,
    subject: row.subject,
    language: language.parse(row.language),
    code: row.code,
    isMailboxOnly: row.is_mailbox_only,
    status: status.parse(row.status),
    problem: row.problem ?? undefined,
    queuedAt: row.queued_at,
    sentAt: row.sent_at ?? undefined,
  };
}

function withBody(tx: Tx, row: Row): FullMessage {
  const message = toMessage(row);
  const text = keysOf(tx).open(purposeOf(message), row.sealed_body);
  return { ...message, tries: row.tries, body: bodyOf.parse(JSON.parse(text)) };
}
