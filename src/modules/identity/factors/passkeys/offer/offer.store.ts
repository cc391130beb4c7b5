import type { Instant } from '#kernel/calendar.ts';
import { toUuid, type UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { identity } from '../../../tables.generated.ts';

/** True once, for somebody who has no passkey; nobody is asked again. */
export async function takeOffer(tx: Tx, userId: UserId, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await identity(tx)
    .updateTable('identity.user')
    .set({ passkey_offered_at: now })
    .where('id', '=', toUuid(userId))
    .where('passkey_offered_at', 'is', null)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('identity.factor')
            .select('id')
            .whereRef('identity.factor.user_id', '=', 'identity.user.id')
            .where('type', '=', 'passkey')
            .where('state', 'in', ['active', 'suspended']),
        ),
      ),
    )
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
