import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Holder } from '../../../accounts/account.rules.ts';
import { holderColumn } from '../../../accounts/holder.store.ts';
import { identity } from '../../../tables.generated.ts';
import type { FactorId } from '../../factor.rules.ts';
import type { SendId } from '../traffic/traffic.rules.ts';
import { mostTries } from './sms-code.rules.ts';

type NewCode = {
  readonly boundTo: string;
  readonly factorId: FactorId;
  readonly sendId: SendId;
  readonly mac: Buffer;
  readonly expiresAt: Instant;
};

/** Remembers the newest code of a sign-in or an enrolment; its tries go on counting (LK-06). */
export async function keepCode(tx: Tx, code: NewCode, now: Instant): Promise<void> {
  const { boundTo, mac, expiresAt } = code;
  const ids = { factor_id: toUuid(code.factorId), send_id: toUuid(code.sendId) };
  const newest = { ...ids, mac, created_at: now, expires_at: expiresAt };
  await identity(tx)
    .insertInto('identity.sms_code')
    .values({ bound_to: boundTo, ...newest })
    .onConflict((known) => known.column('bound_to').doUpdateSet({ ...newest, used_at: null }))
    .execute();
}

/** A code that may still be right, for whose number it was made. */
export type WaitingCode = {
  readonly factorId: FactorId;
  readonly mac: Buffer;
  readonly maturesAt: Instant | undefined;
};

/**
 * Counts a try and gives what it is compared with, in one statement; nothing when the code is used,
 * too old, tried out, somebody else's, or its number was removed.
 */
export async function tryCode(
  tx: Tx,
  of: { boundTo: string; holder: Holder; state: 'pending' | 'active' },
  now: Instant,
): Promise<WaitingCode | undefined> {
  const { boundTo, holder, state } = of;
  const row = await identity(tx)
    .updateTable('identity.sms_code as code')
    .from('identity.factor as factor')
    .set((code) => ({ tries: code('code.tries', '+', 1) }))
    .whereRef('factor.id', '=', 'code.factor_id')
    .where('code.bound_to', '=', boundTo)
    .where(`factor.${holderColumn(holder)}`, '=', toUuid(holder.id))
    .where('factor.state', '=', state)
    .where('code.used_at', 'is', null)
    .where('code.expires_at', '>', now)
    .where('code.tries', '<', mostTries)
    .returning(['code.mac', 'factor.id', 'factor.matures_at'])
    .executeTakeFirst();
  if (!row) return undefined;
  const { id, mac, matures_at: maturesAt } = row;
  return { factorId: fromUuid('fac', id), mac, maturesAt: maturesAt ?? undefined };
}

/** Uses a code up: true once, while it is the newest and its number still is a factor (MF-01). */
export async function takeCode(
  tx: Tx,
  { boundTo, mac, factorId }: WaitingCode & { boundTo: string },
  now: Instant,
): Promise<boolean> {
  const taken = await identity(tx)
    .updateTable('identity.sms_code as code')
    .from('identity.factor as factor')
    .set({ used_at: now })
    .whereRef('factor.id', '=', 'code.factor_id')
    .where('factor.state', '=', 'active')
    .where('code.bound_to', '=', boundTo)
    .where('code.mac', '=', mac)
    .where('code.used_at', 'is', null)
    .where('code.expires_at', '>', now)
    .executeTakeFirst();
  if (taken.numUpdatedRows !== 1n) return false;
  await identity(tx)
    .updateTable('identity.factor')
    .set({ last_used_at: now })
    .where('id', '=', toUuid(factorId))
    .execute();
  return true;
}

/** Codes that nobody can use any more; their sign-ins and enrolments are over as well. */
export async function sweepSmsCodes(tx: Tx, before: Instant): Promise<void> {
  await identity(tx).deleteFrom('identity.sms_code').where('expires_at', '<', before).execute();
}
