import { z } from 'zod';
import type { Instant } from '#kernel/calendar.ts';
import { idOf, type Id, type UserId } from '#kernel/ids.ts';

export type SmsId = Id<'sms'>;
export const smsId = idOf('sms');

/** `kept`: a sandbox without a gateway, where staff read it in the development mailbox. */
export const smsStatuses = ['queued', 'sent', 'kept', 'failed'] as const;
export type SmsStatus = (typeof smsStatuses)[number];

/** A text to somebody's phone. */
export type NewSms = {
  /** E.164. */
  readonly to: string;
  readonly body: string;
  readonly userId: UserId;
  /** From then on nobody waits for it. */
  readonly diesAt: Instant;
};

/** How often a gateway is asked before a text counts as failed. */
export const mostSmsTries = 4;

export const smsSending = z.object({ smsId });

/** Whether texts can leave, or be kept where a sandbox shows them. */
export function isSmsOffered({
  demo,
  smsUrl,
}: {
  readonly demo: boolean;
  readonly smsUrl: string | undefined;
}): boolean {
  return demo || smsUrl !== undefined;
}
