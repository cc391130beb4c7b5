import type { Instant } from '#kernel/calendar.ts';

/** A text for a phone. */
export type TextMessage = {
  /** The same at every try, so that a gateway sends it once. */
  readonly id: string;
  /** E.164, such as +41791234567. */
  readonly to: string;
  readonly body: string;
  readonly at: Instant;
};

/** How texts leave the house. Throws when one did not; the job that sends tries again. */
export type SmsGateway = {
  send(text: TextMessage): Promise<void>;
  /** Asks whether somebody is there, without sending; for the doctor. */
  verify(): Promise<void>;
};

/** The gateway said no, and would say so again. */
export class TextRefused extends Error {}
