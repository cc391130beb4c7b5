import type { Instant } from '#kernel/calendar.ts';
import { idOf, type Id, type OrganizationId, type UserId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';

export type MessageId = Id<'msg'>;
export const messageId = idOf('msg');

/** Whom a message goes to, and whose list of messages it joins. */
export type Recipient = {
  readonly address: string;
  readonly name?: string;
  readonly language: Language;
  readonly userId?: UserId;
  readonly organizationId?: OrganizationId;
  /**
   * It carries a link that opens something. The list names it, its words are in the mailbox only:
   * whoever stole a session must find no link there.
   */
  readonly isMailboxOnly?: boolean;
};

/**
 * `kept`: no mail server is configured, it is read in the portal only. `sending`: a worker has it
 * in hand; if that worker dies, the message is `failed` and never sent a second time.
 */
export const messageStatuses = ['queued', 'sending', 'sent', 'kept', 'failed'] as const;
export type MessageStatus = (typeof messageStatuses)[number];

/** A message as lists show it. */
export type Message = {
  readonly messageId: MessageId;
  readonly letter: string;
  readonly address: string;
  readonly name: string;
  readonly subject: string;
  readonly language: Language;
  readonly code: string;
  readonly isMailboxOnly: boolean;
  readonly status: MessageStatus;
  readonly problem: string | undefined;
  readonly queuedAt: Instant;
  readonly sentAt: Instant | undefined;
};

export type MessageBody = { readonly text: string; readonly html: string };

/** What a failed delivery means: the server refused for good, or try again, or nobody can tell. */
export type Failure = 'refused' | 'again' | 'unsure';

/**
 * What an error of the mail server means. After the text went out without an answer nobody knows
 * whether it arrived: it is not sent twice.
 */
export function failureOf(error: unknown): Failure {
  const { responseCode, command } = smtpFacts(error);
  if (responseCode !== undefined) return responseCode >= 500 ? 'refused' : 'again';
  return command === 'DATA' ? 'unsure' : 'again';
}

function smtpFacts(error: unknown): { responseCode?: number; command?: string } {
  if (!(error instanceof Error)) return {};
  const code = 'responseCode' in error ? error.responseCode : undefined;
  const command = 'command' in error ? error.command : undefined;
  return {
    ...(typeof code === 'number' ? { responseCode: code } : {}),
    ...(typeof command === 'string' ? { command } : {}),
  };
}

/** One mailbox, spelled without anything that could end a header or begin a second address. */
export function isMailbox(address: string): boolean {
  return /^[^\s@<>(),;:"\\[\]\p{Cc}]{1,64}@[^\s@<>(),;:"\\[\]\p{Cc}]{1,255}$/u.test(address);
}
