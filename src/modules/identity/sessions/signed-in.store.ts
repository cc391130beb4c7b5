import type { SessionId } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid } from '#kernel/ids.ts';
import type { StaffRole } from '#kernel/permission.ts';
import { reusable } from '#platform/database/reusable.ts';
import type { Tx } from '#platform/database/tx.ts';
import { identity } from '../tables.generated.ts';
import { strengthOf } from './session-strength.rules.ts';
import { living } from './session.store.ts';

export type SignedIn = {
  readonly sessionId: SessionId;
  readonly accountId: string;
  readonly firstName: string;
  readonly lastName: string;
  /** Of the staff only. */
  readonly role: StaffRole | undefined;
  readonly stay: boolean;
  /** What the browser said of itself; read for users only. */
  readonly agent: string;
  readonly seenAt: Instant;
  readonly endsAt: Instant;
  readonly level: 1 | 2;
  readonly methods: readonly string[];
  readonly restrictedUntil: Instant | undefined;
  /** Its rights changed: the answer brings another token. */
  readonly isTokenDue: boolean;
};

/** Whose session a token opens now: one indexed read, no cache, so that ending one acts at once. */
export async function findSignedInUser(
  tx: Tx,
  tokenHash: Buffer,
  now: Instant,
): Promise<SignedIn | undefined> {
  const [row] = await userOfToken(tx, { tokenHash, now });
  return row && toSignedIn({ ...row, role: undefined }, now);
}

const userOfToken = reusable(identity, (tables, given: { tokenHash: Buffer; now: Instant }) =>
  living(tables, given.now)
    .innerJoin('identity.user as person', 'person.id', 'session.user_id')
    .select(['session.id', 'session.stay', 'session.seen_at', 'session.abs_until'])
    .select(['person.id as account_id', 'person.first_name', 'person.last_name', 'session.agent'])
    .select(['session.aal', 'session.auth_at', 'session.methods', 'session.restricted_until'])
    .select('session.renewal_due_at')
    .where('session.token_hash', '=', given.tokenHash)
    .where('session.kind', '=', 'user')
    .where('person.disabled_at', 'is', null),
);

export async function findSignedInStaff(
  tx: Tx,
  tokenHash: Buffer,
  now: Instant,
): Promise<SignedIn | undefined> {
  const [row] = await staffOfToken(tx, { tokenHash, now });
  return row && toSignedIn({ ...row, agent: '' }, now);
}

const staffOfToken = reusable(identity, (tables, given: { tokenHash: Buffer; now: Instant }) =>
  living(tables, given.now)
    .innerJoin('identity.staff as person', 'person.id', 'session.staff_id')
    .select(['session.id', 'session.stay', 'session.seen_at', 'session.abs_until', 'person.role'])
    .select(['person.id as account_id', 'person.first_name', 'person.last_name'])
    .select(['session.aal', 'session.auth_at', 'session.methods', 'session.restricted_until'])
    .select('session.renewal_due_at')
    .where('session.token_hash', '=', given.tokenHash)
    .where('session.kind', '=', 'staff')
    .where('person.disabled_at', 'is', null),
);

function toSignedIn(
  row: {
    id: string;
    account_id: string;
    first_name: string;
    last_name: string;
    role: StaffRole | undefined;
    stay: boolean;
    agent: string;
    seen_at: Instant;
    abs_until: Instant;
    aal: number;
    auth_at: Instant;
    methods: string[];
    restricted_until: Instant | null;
    renewal_due_at: Instant | null;
  },
  now: Instant,
): SignedIn {
  return {
    sessionId: fromUuid('ses', row.id),
    accountId: row.account_id,
    firstName: row.first_name,
    lastName: row.last_name,
    role: row.role,
    stay: row.stay,
    agent: row.agent,
    seenAt: row.seen_at,
    endsAt: row.abs_until,
    ...strengthOf(row, now),
  };
}
