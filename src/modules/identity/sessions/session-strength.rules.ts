import type { SessionId, Strength } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { levelOf } from '../gate/gate.rules.ts';

/** What a proof makes of a session. */
export type RotatedSession = {
  readonly sessionId: SessionId;
  readonly tokenHash: Buffer;
  readonly freshUntil: Instant;
  /** The level that was proven; absent: it stays what it was, and as old as it was. */
  readonly aal?: 1 | 2;
  /** Added to what was proven before. */
  readonly proof?: string | undefined;
  /** A factor that counts was proven: what an emergency code restricted is free again. */
  readonly isFree?: boolean;
};

/** How well a session knows now who is in it, from what its row remembers. */
export function strengthOf(
  row: {
    aal: number;
    auth_at: Instant;
    methods: string[];
    restricted_until: Instant | null;
    renewal_due_at: Instant | null;
  },
  now: Instant,
): Required<Strength> {
  const until = row.restricted_until ?? undefined;
  const aal = row.aal === 2 ? 2 : 1;
  return {
    methods: row.methods,
    level: levelOf({ aal, provenAt: row.auth_at }, now),
    restrictedUntil: until !== undefined && now < until ? until : undefined,
    isTokenDue: row.renewal_due_at !== null,
  };
}
