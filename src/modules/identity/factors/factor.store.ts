import { sql, type Selectable } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type UserId } from '#kernel/ids.ts';
import { keysOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Purpose } from '#platform/keys/keys.ts';
import type { Holder } from '../accounts/account.rules.ts';
import { holderColumn, holderColumns } from '../accounts/holder.store.ts';
import { identity, type IdentityTables } from '../tables.generated.ts';
import { factorTypes, type Factor, type FactorId, type FactorType } from './factor.rules.ts';

/** What is bound to an account now, the oldest first; suspended ones are shown and prove nothing. */
export async function factorsOf(tx: Tx, holder: Holder): Promise<Factor[]> {
  const rows = await identity(tx)
    .selectFrom('identity.factor')
    .selectAll()
    .where(holderColumn(holder), '=', toUuid(holder.id))
    .where('state', 'in', ['active', 'suspended'])
    .orderBy('bound_at')
    .orderBy('id')
    .execute();
  return rows.map(toFactor);
}

export async function activeFactors(tx: Tx, holder: Holder): Promise<Factor[]> {
  return (await factorsOf(tx, holder)).filter(({ state }) => state === 'active');
}

/** What protects an account: what is active, and what its owner lost and did not remove. */
export async function standingFactors(tx: Tx, holder: Holder): Promise<Factor[]> {
  return (await factorsOf(tx, holder)).filter(({ state, isLost }) => state === 'active' || isLost);
}

/** Those of the users who have a second factor of their own; emergency codes alone are none. */
export async function usersWithFactor(tx: Tx, userIds: readonly UserId[]): Promise<UserId[]> {
  const rows = await identity(tx)
    .selectFrom('identity.factor')
    .select('user_id')
    .distinct()
    .where(sql<boolean>`user_id = any(${userIds.map(toUuid)}::uuid[])`)
    .where('state', '=', 'active')
    .where('type', '!=', 'emergency')
    .execute();
  return rows.flatMap(({ user_id: id }) => (id === null ? [] : [fromUuid('usr', id)]));
}

export type NewFactor = {
  readonly factorId: FactorId;
  readonly holder: Holder;
  readonly type: FactorType;
  readonly label: string;
  readonly expiresAt: Instant;
  readonly secret?: string;
  readonly userHandle?: Buffer;
};

/** Begins an enrolment; one that waited before is forgotten, it never proved anything. */
export async function insertPending(tx: Tx, factor: NewFactor, now: Instant): Promise<void> {
  const { factorId, holder, secret, userHandle } = factor;
  await dropPending(tx, holder, [factor.type]);
  const sealed = secret === undefined ? null : keysOf(tx).seal(purposeOf(factorId, holder), secret);
  await identity(tx)
    .insertInto('identity.factor')
    .values({
      id: toUuid(factorId),
      ...holderColumns(holder),
      type: factor.type,
      label: factor.label,
      state: 'pending',
      sealed,
      user_handle: userHandle ?? null,
      flags: [],
      created_at: now,
      expires_at: factor.expiresAt,
      bound_by: 'owner',
    })
    .execute();
}

/** Forgets what a holder began and did not finish. */
export async function dropPending(
  tx: Tx,
  holder: Holder,
  types: readonly FactorType[] = factorTypes,
): Promise<void> {
  await identity(tx)
    .deleteFrom('identity.factor')
    .where(holderColumn(holder), '=', toUuid(holder.id))
    .where('type', 'in', types)
    .where('state', '=', 'pending')
    .execute();
}

/** An enrolment that still waits, and its secret. */
export async function pendingFactor(
  tx: Tx,
  { factorId, holder, type }: { factorId: FactorId; holder: Holder; type: FactorType },
  now: Instant,
): Promise<
  { label: string; secret: string | undefined; userHandle: Buffer | undefined } | undefined
> {
  const row = await identity(tx)
    .selectFrom('identity.factor')
    .select(['label', 'sealed', 'user_handle'])
    .where('id', '=', toUuid(factorId))
    .where(holderColumn(holder), '=', toUuid(holder.id))
    .where('type', '=', type)
    .where('state', '=', 'pending')
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (!row) return undefined;
  const secret =
    row.sealed === null ? undefined : keysOf(tx).open(purposeOf(factorId, holder), row.sealed);
  return { label: row.label, secret, userHandle: row.user_handle ?? undefined };
}

/** What an enrolment turned out to be. */
export type Bound = {
  readonly factorId: FactorId;
  readonly holder: Holder;
  readonly maturesAt: Instant | undefined;
  readonly lastStep?: number;
  readonly passkey?: {
    readonly credentialId: Buffer;
    readonly publicKey: Buffer;
    readonly signCount: number;
    readonly flags: readonly string[];
    /** Proven by who made it; undefined where nobody was asked. */
    readonly model: string | undefined;
  };
};

/** True once: the enrolment waited until now and is a factor from now on. */
export async function activate(tx: Tx, bound: Bound, now: Instant): Promise<boolean> {
  const { factorId, holder, lastStep, passkey, maturesAt } = bound;
  const activated = await identity(tx)
    .updateTable('identity.factor')
    .set({
      state: 'active',
      expires_at: null,
      bound_at: now,
      matures_at: maturesAt ?? null,
      last_step: lastStep === undefined ? null : BigInt(lastStep),
      ...(passkey === undefined
        ? {}
        : {
            credential_id: passkey.credentialId,
            public_key: passkey.publicKey,
            sign_count: BigInt(passkey.signCount),
            flags: [...passkey.flags],
            model: passkey.model ?? null,
          }),
    })
    .where('id', '=', toUuid(factorId))
    .where(holderColumn(holder), '=', toUuid(holder.id))
    .where('state', '=', 'pending')
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return activated.numUpdatedRows === 1n;
}

/** The secrets of active factors of one kind. */
export async function secretsOf(
  tx: Tx,
  holder: Holder,
  type: FactorType,
): Promise<{ factorId: FactorId; secret: string; maturesAt: Instant | undefined }[]> {
  const rows = await identity(tx)
    .selectFrom('identity.factor')
    .select(['id', 'sealed', 'matures_at'])
    .where(holderColumn(holder), '=', toUuid(holder.id))
    .where('type', '=', type)
    .where('state', '=', 'active')
    .orderBy('bound_at')
    .execute();
  return rows.flatMap(({ id, sealed, matures_at: maturesAt }) => {
    if (sealed === null) return [];
    const factorId = fromUuid('fac', id);
    const secret = keysOf(tx).open(purposeOf(factorId, holder), sealed);
    return [{ factorId, secret, maturesAt: maturesAt ?? undefined }];
  });
}

export async function rename(
  tx: Tx,
  { factorId, holder, label }: { factorId: FactorId; holder: Holder; label: string },
): Promise<boolean> {
  const renamed = await identity(tx)
    .updateTable('identity.factor')
    .set({ label })
    .where('id', '=', toUuid(factorId))
    .where(holderColumn(holder), '=', toUuid(holder.id))
    .where('state', 'in', ['active', 'suspended'])
    .executeTakeFirst();
  return renamed.numUpdatedRows === 1n;
}

/** Ends a factor for good and wipes its secret; the row stays as history (MF-18). */
export async function revoke(
  tx: Tx,
  { factorId, holder }: { factorId: FactorId; holder: Holder },
  now: Instant,
): Promise<boolean> {
  const revoked = await identity(tx)
    .updateTable('identity.factor')
    .set({
      state: 'revoked',
      revoked_at: now,
      removal_due_at: null,
      sealed: null,
      public_key: null,
    })
    .where('id', '=', toUuid(factorId))
    .where(holderColumn(holder), '=', toUuid(holder.id))
    .where('state', 'in', ['active', 'suspended'])
    .executeTakeFirst();
  return revoked.numUpdatedRows === 1n;
}

/** Stops what was bound or begun since a moment, sheets of codes too; gives what it stopped. */
export async function suspendBoundSince(
  tx: Tx,
  { holder, since }: { holder: Holder; since: Instant },
  now: Instant,
): Promise<Factor[]> {
  const mine = identity(tx);
  await mine
    .deleteFrom('identity.factor')
    .where(holderColumn(holder), '=', toUuid(holder.id))
    .where('state', '=', 'pending')
    .where('created_at', '>=', since)
    .execute();
  const rows = await mine
    .updateTable('identity.factor')
    .set({ state: 'suspended', suspended_at: now })
    .where(holderColumn(holder), '=', toUuid(holder.id))
    .where('state', '=', 'active')
    .where('bound_at', '>=', since)
    .returningAll()
    .execute();
  return rows.map(toFactor);
}

/** Enrolments that nobody confirmed: they never proved anything and leave no history. */
export async function sweepPending(tx: Tx, now: Instant): Promise<void> {
  await identity(tx)
    .deleteFrom('identity.factor')
    .where('state', '=', 'pending')
    .where('expires_at', '<=', now)
    .execute();
}

function purposeOf(factorId: FactorId, holder: Holder): Purpose {
  return { use: 'identity.factor.sealed', row: toUuid(factorId), owner: toUuid(holder.id) };
}

function toFactor(row: Selectable<IdentityTables['identity.factor']>): Factor {
  return {
    factorId: fromUuid('fac', row.id),
    type: typeOf(row.type),
    label: row.label,
    state: row.state,
    flags: row.flags,
    model: row.model ?? undefined,
    boundAt: row.bound_at ?? undefined,
    lastUsedAt: row.last_used_at ?? undefined,
    maturesAt: row.matures_at ?? undefined,
    isLost: row.lost_at !== null,
    removalDueAt: row.removal_due_at ?? undefined,
    restsSince: row.rests_since ?? undefined,
  };
}

function typeOf(text: string): FactorType {
  const type = factorTypes.find((known) => known === text);
  if (!type) throw new TypeError(`${text} is no kind of factor`);
  return type;
}
