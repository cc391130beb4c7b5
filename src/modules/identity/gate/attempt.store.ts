import { sql, type Selectable } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type Id } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Holder } from '../accounts/account.rules.ts';
import { holderColumn, holderColumns, toHolder } from '../accounts/holder.store.ts';
import { identity, type IdentityTables } from '../tables.generated.ts';
import type { Proof } from './gate.rules.ts';

export type AttemptId = Id<'try'>;

/** An unfinished sign-in. */
export type Attempt = {
  readonly attemptId: AttemptId;
  readonly holder: Holder;
  readonly done: readonly Proof[];
  readonly returnTo: string;
  readonly stay: boolean;
  readonly prefix: string;
  readonly agent: string;
  readonly expiresAt: Instant;
  readonly consumedAt: Instant | undefined;
  /** What a weak proof of it opens is restricted until then. */
  readonly restrictedUntil: Instant | undefined;
};

export type NewAttempt = Omit<Attempt, 'consumedAt' | 'restrictedUntil'> & {
  readonly tokenHash: Buffer;
  readonly restrictedUntil?: Instant | undefined;
};

/** Begins an attempt, which nobody else sees before the transaction ends. */
export async function beginAttempt(tx: Tx, begun: NewAttempt, now: Instant): Promise<Attempt> {
  const { tokenHash, ...attempt } = begun;
  await identity(tx)
    .insertInto('identity.auth_attempt')
    .values({
      id: toUuid(attempt.attemptId),
      token_hash: tokenHash,
      kind: attempt.holder.kind,
      ...holderColumns(attempt.holder),
      done: [...attempt.done],
      return_to: attempt.returnTo,
      stay: attempt.stay,
      prefix: attempt.prefix,
      agent: attempt.agent,
      created_at: now,
      expires_at: attempt.expiresAt,
      restricted_until: attempt.restrictedUntil ?? null,
    })
    .execute();
  return { restrictedUntil: undefined, ...attempt, consumedAt: undefined };
}

/** Remembers in which browser an address was typed at sign-up (settled 15). */
export async function insertSignUpAttempt(
  tx: Tx,
  attempt: {
    attemptId: AttemptId;
    tokenHash: Buffer;
    address: string;
    prefix: string;
    agent: string;
    expiresAt: Instant;
  },
  now: Instant,
): Promise<void> {
  await identity(tx)
    .insertInto('identity.auth_attempt')
    .values({
      id: toUuid(attempt.attemptId),
      token_hash: attempt.tokenHash,
      kind: 'sign-up',
      address: attempt.address,
      done: [],
      return_to: '/',
      stay: false,
      prefix: attempt.prefix,
      agent: attempt.agent,
      created_at: now,
      expires_at: attempt.expiresAt,
    })
    .execute();
}

/** Locked until the transaction ends, so that an attempt becomes one session at most. */
export async function lockAttempt(tx: Tx, attemptId: AttemptId): Promise<Attempt> {
  const row = await identity(tx)
    .selectFrom('identity.auth_attempt')
    .selectAll()
    .where('id', '=', toUuid(attemptId))
    .where('kind', '!=', 'sign-up')
    .forUpdate()
    .executeTakeFirstOrThrow();
  return toAttempt(row);
}

/** The sign-in that waits for its next proof in the browser with this token. */
export async function findAttempt(
  tx: Tx,
  tokenHash: Buffer,
  now: Instant,
): Promise<Attempt | undefined> {
  const row = await identity(tx)
    .selectFrom('identity.auth_attempt')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('kind', '!=', 'sign-up')
    .where('consumed_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row && toAttempt(row);
}

/** One more thing is proven; the caller holds the attempt's lock. */
export async function addProof(
  tx: Tx,
  attempt: Attempt,
  { proof, restrictedUntil }: { proof: Proof; restrictedUntil: Instant | undefined },
): Promise<Attempt> {
  const done = [...attempt.done, proof];
  await identity(tx)
    .updateTable('identity.auth_attempt')
    .set({ done, restricted_until: restrictedUntil ?? null })
    .where('id', '=', toUuid(attempt.attemptId))
    .execute();
  return { ...attempt, done, restrictedUntil };
}

export async function consumeAttempt(tx: Tx, attemptId: AttemptId, now: Instant): Promise<void> {
  await identity(tx)
    .updateTable('identity.auth_attempt')
    .set({ consumed_at: now })
    .where('id', '=', toUuid(attemptId))
    .where('consumed_at', 'is', null)
    .execute();
}

/** Ends what began with a password that is none any more. */
export async function endPasswordAttempts(tx: Tx, holder: Holder, now: Instant): Promise<void> {
  const proof: Proof = 'password';
  await identity(tx)
    .updateTable('identity.auth_attempt')
    .set({ consumed_at: now })
    .where(holderColumn(holder), '=', toUuid(holder.id))
    .where('consumed_at', 'is', null)
    .where(sql<boolean>`${proof} = any(done)`)
    .execute();
}

/** The address that was typed at sign-up in the browser with this token, and when. */
export async function signUpOfAttempt(
  tx: Tx,
  tokenHash: Buffer,
  now: Instant,
): Promise<{ address: string; since: Instant } | undefined> {
  const row = await identity(tx)
    .selectFrom('identity.auth_attempt')
    .select(['address', 'created_at'])
    .where('token_hash', '=', tokenHash)
    .where('kind', '=', 'sign-up')
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row?.address ? { address: row.address, since: row.created_at } : undefined;
}

function toAttempt(row: Selectable<IdentityTables['identity.auth_attempt']>): Attempt {
  const holder = toHolder(row);
  if (!holder) throw new TypeError('a sign-up attempt signs nobody in');
  return {
    attemptId: fromUuid('try', row.id),
    holder,
    done: row.done.filter(isProof),
    returnTo: row.return_to,
    stay: row.stay,
    prefix: row.prefix,
    agent: row.agent,
    expiresAt: row.expires_at,
    consumedAt: row.consumed_at ?? undefined,
    restrictedUntil: row.restricted_until ?? undefined,
  };
}

const proofs: ReadonlySet<string> = new Set<Proof>([
  'password',
  'mailed-link',
  'totp',
  'push',
  'sms',
  'passkey',
  'security-key',
  'emergency',
]);

function isProof(text: string): text is Proof {
  return proofs.has(text);
}
