import type { SessionId } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { FactorId } from '../factors/factor.rules.ts';
import type { CriticalAction } from '../sign-in/sign-in.refusals.ts';
import { identity } from '../tables.generated.ts';

export type ActionProof = {
  readonly sessionId: SessionId;
  readonly critical: CriticalAction;
};

/** Remembers for what a session proved who it is; what it proved for before is forgotten. */
export async function saveActionProof(
  tx: Tx,
  proof: ActionProof & { factorId: FactorId | undefined; expiresAt: Instant },
): Promise<void> {
  const { sessionId, critical, factorId, expiresAt } = proof;
  const row = {
    ...critical,
    factor_id: factorId === undefined ? null : toUuid(factorId),
    expires_at: expiresAt,
  };
  await identity(tx)
    .insertInto('identity.action_proof')
    .values({ session_id: toUuid(sessionId), ...row })
    .onConflict((conflict) => conflict.column('session_id').doUpdateSet(row))
    .execute();
}

/** Whether a session has a proof for this, and for nothing else. Uses nothing. */
export async function hasActionProof(
  tx: Tx,
  { sessionId, critical }: ActionProof,
  now: Instant,
): Promise<boolean> {
  const row = await identity(tx)
    .selectFrom('identity.action_proof')
    .select('action')
    .where('session_id', '=', toUuid(sessionId))
    .where('action', '=', critical.action)
    .where('object', '=', critical.object)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row !== undefined;
}

/** Uses a proof up: gives it once, for what it was made for, and while it counts. */
export async function takeActionProof(
  tx: Tx,
  { sessionId, critical }: ActionProof,
  now: Instant,
): Promise<{ readonly factorId: FactorId | undefined } | undefined> {
  const row = await identity(tx)
    .deleteFrom('identity.action_proof')
    .where('session_id', '=', toUuid(sessionId))
    .where('action', '=', critical.action)
    .where('object', '=', critical.object)
    .where('expires_at', '>', now)
    .returning('factor_id')
    .executeTakeFirst();
  if (!row) return undefined;
  return { factorId: row.factor_id === null ? undefined : fromUuid('fac', row.factor_id) };
}

export async function sweepActionProofs(tx: Tx, now: Instant): Promise<void> {
  await identity(tx).deleteFrom('identity.action_proof').where('expires_at', '<=', now).execute();
}
