import type { Instant } from '#kernel/calendar.ts';
import { toUuid } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { identity } from '../../tables.generated.ts';
import type { FactorId } from '../factor.rules.ts';

/** Uses up the step of a code: true for the first who brings it, and for none of an older one. */
export async function takeStep(
  tx: Tx,
  { factorId, step }: { factorId: FactorId; step: number },
  now: Instant,
): Promise<boolean> {
  const taken = await identity(tx)
    .updateTable('identity.factor')
    .set({ last_step: BigInt(step), last_used_at: now })
    .where('id', '=', toUuid(factorId))
    .where('state', '=', 'active')
    .where((row) => row.or([row('last_step', 'is', null), row('last_step', '<', BigInt(step))]))
    .executeTakeFirst();
  return taken.numUpdatedRows === 1n;
}

/** Whether this very step let somebody in already; the one that bound the factor did not. */
export async function isStepTaken(
  tx: Tx,
  { factorId, step }: { factorId: FactorId; step: number },
): Promise<boolean> {
  const row = await identity(tx)
    .selectFrom('identity.factor')
    .select('id')
    .where('id', '=', toUuid(factorId))
    .where('last_step', '=', BigInt(step))
    .where('last_used_at', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}
