// Generated from the migrations by `npm run tables`. Do not edit.
import type { Generated } from 'kysely';
import { schemaOf } from '#platform/database/tx.ts';

export type ActivityTables = {
  /**
   * global, append-only: Signed heads of streams. An entry that a checkpoint knows cannot be cut
   * off unnoticed.
   */
  'activity.checkpoint': {
    owner_id: string;
    kind: string;
    seq: bigint;
    hash: Buffer;
    at: Date;
    key_id: string;
    signature: Buffer;
  };
  /**
   * global, append-only: What happened, who did it, to what. Each entry carries the hash of the one
   * before it in its stream.
   */
  'activity.entry': {
    owner_id: string;
    kind: string;
    seq: bigint;
    body: string;
    prev: Buffer;
    hash: Buffer;
    at: Date;
    action: string;
    person_id: string | null;
    about_id: string | null;
    product_ids: Generated<string[]>;
  };
  /**
   * person: What an entry says about a person (name, place, device), sealed and apart, so that
   * erasing the person leaves the chain whole.
   */
  'activity.personal': {
    subject_id: string;
    owner_id: string;
    kind: string;
    seq: bigint;
    sealed: string;
  };
  /**
   * global: The head of each chain of entries: an organization's, a user's, the instance's. Locked
   * last in a transaction, so that no entry is without its change and no change without its entry.
   */
  'activity.stream': {
    owner_id: string;
    kind: 'organization' | 'user' | 'instance';
    seq: bigint;
    hash: Buffer;
    checkpoint_seq: Generated<bigint>;
  };
};

/** Opens this module's own tables in a transaction. */
export const activity = schemaOf<ActivityTables>();
