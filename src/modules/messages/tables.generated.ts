// Generated from the migrations by `npm run tables`. Do not edit.
import type { Generated } from 'kysely';
import { schemaOf } from '#platform/database/tx.ts';

export type MessagesTables = {
  /**
   * person: Every message that was sent to somebody, as it was sent, with its code and signature
   * (B2). Content never changes; only its delivery does.
   */
  'messages.message': {
    id: string;
    user_id: string | null;
    organization_id: string | null;
    letter: string;
    language: string;
    address: string;
    name: Generated<string>;
    subject: string;
    sealed_body: string;
    code: string;
    key_id: string;
    signature: Buffer;
    status: 'queued' | 'sending' | 'sent' | 'kept' | 'failed';
    tries: Generated<number>;
    problem: string | null;
    queued_at: Date;
    sent_at: Date | null;
    failed_at: Date | null;
    is_mailbox_only: Generated<boolean>;
  };
  /**
   * person: Texts to phones and whether they left. What they say is wiped then; only a sandbox
   * keeps it.
   */
  'messages.sms': {
    id: string;
    user_id: string | null;
    sealed: string | null;
    status: 'queued' | 'sent' | 'kept' | 'failed';
    tries: Generated<number>;
    problem: string | null;
    queued_at: Date;
    dies_at: Date;
    sent_at: Date | null;
    failed_at: Date | null;
  };
};

/** Opens this module's own tables in a transaction. */
export const messages = schemaOf<MessagesTables>();
