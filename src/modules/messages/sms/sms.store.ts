import { z } from 'zod';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid } from '#kernel/ids.ts';
import { keysOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Purpose } from '#platform/keys/keys.ts';
import { messages } from '../tables.generated.ts';
import { type NewSms, type SmsId, type SmsStatus } from './sms.rules.ts';

const words = z.object({ to: z.string(), body: z.string() });
type Words = z.output<typeof words>;

export async function insertSms(
  tx: Tx,
  sms: NewSms & { readonly smsId: SmsId; readonly status: 'queued' | 'kept' },
  now: Instant,
): Promise<void> {
  const { smsId, to, body, userId, diesAt, status } = sms;
  await messages(tx)
    .insertInto('messages.sms')
    .values({
      id: toUuid(smsId),
      user_id: toUuid(userId),
      sealed: keysOf(tx).seal(purposeOf(smsId), JSON.stringify({ to, body })),
      status,
      queued_at: now,
      dies_at: diesAt,
    })
    .execute();
}

/** Takes a text that waits in hand, one try more; nothing when it left, failed or came too late. */
export async function claimSms(
  tx: Tx,
  smsId: SmsId,
  now: Instant,
): Promise<(Words & { tries: number }) | undefined> {
  const row = await messages(tx)
    .updateTable('messages.sms')
    .set((sms) => ({ tries: sms('tries', '+', 1) }))
    .where('id', '=', toUuid(smsId))
    .where('status', '=', 'queued')
    .where('dies_at', '>', now)
    .returning(['sealed', 'tries'])
    .executeTakeFirst();
  return row?.sealed ? { ...opened(tx, smsId, row.sealed), tries: row.tries } : undefined;
}

/** It left: what it said is wiped. */
export async function markSmsSent(tx: Tx, smsId: SmsId, now: Instant): Promise<void> {
  await messages(tx)
    .updateTable('messages.sms')
    .set({ status: 'sent', sent_at: now, sealed: null, problem: null })
    .where('id', '=', toUuid(smsId))
    .where('status', '=', 'queued')
    .execute();
}

export async function markSmsFailed(
  tx: Tx,
  { smsId, problem }: { smsId: SmsId; problem: string },
  now: Instant,
): Promise<void> {
  await messages(tx)
    .updateTable('messages.sms')
    .set({ status: 'failed', failed_at: now, sealed: null, problem })
    .where('id', '=', toUuid(smsId))
    .where('status', '=', 'queued')
    .execute();
}

export async function noteSmsProblem(tx: Tx, smsId: SmsId, problem: string): Promise<void> {
  await messages(tx)
    .updateTable('messages.sms')
    .set({ problem })
    .where('id', '=', toUuid(smsId))
    .execute();
}

/** A text as the development mailbox shows it. */
export type ShownSms = Partial<Words> & {
  readonly smsId: SmsId;
  readonly status: SmsStatus;
  readonly queuedAt: Instant;
};

export async function latestSms(tx: Tx, limit: number): Promise<ShownSms[]> {
  const rows = await messages(tx)
    .selectFrom('messages.sms')
    .select(['id', 'sealed', 'status', 'queued_at'])
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id, sealed, status, queued_at: queuedAt }) => {
    const smsId = fromUuid('sms', id);
    return { smsId, status, queuedAt, ...(sealed === null ? {} : opened(tx, smsId, sealed)) };
  });
}

function opened(tx: Tx, smsId: SmsId, sealed: string): Words {
  return words.parse(JSON.parse(keysOf(tx).open(purposeOf(smsId), sealed)));
}

/** What a text says opens beside its own row only. */
function purposeOf(smsId: SmsId): Purpose {
  return { use: 'messages.sms.sealed', row: smsId, owner: '' };
}
