// Generated from the migrations by `npm run tables`. Do not edit.
import type { Generated } from 'kysely';
import { schemaOf } from '#platform/database/tx.ts';

export type PlatformTables = {
  /** global: the first answer to each Idempotency-Key, given again to its repetitions. */
  'platform.idempotency': {
    scope: string;
    key: string;
    request_hash: string;
    response: unknown;
    done: Generated<boolean>;
    created_at: Date;
  };
  /** global: proves at start that the keys given are those of this database. */
  'platform.key_canary': {
    kid: string;
    sealed: string;
  };
  /** global, read-only: which migrations this database has seen, and what they said. */
  'platform.migration': {
    name: string;
    sha256: string;
    ran_at: Generated<Date>;
  };
  /** global: where a sandbox instance stands in time. No row: the machine's clock. */
  'platform.test_clock': {
    only_row: Generated<boolean>;
    at: Date;
  };
  /** global: tries that were reserved in the present window of each throttle. */
  'platform.throttle': {
    key: string;
    count: number;
    window_start: Date;
    blocked_until: Date | null;
  };
};

/** Opens this module's own tables in a transaction. */
export const platform = schemaOf<PlatformTables>();
