import { fromUuid, toUuid } from '#kernel/ids.ts';
import type { Holder } from './account.rules.ts';

/** How rows say whose they are: one of two columns. */
export function holderColumns(holder: Holder): {
  user_id: string | null;
  staff_id: string | null;
} {
  return holder.kind === 'user'
    ? { user_id: toUuid(holder.id), staff_id: null }
    : { user_id: null, staff_id: toUuid(holder.id) };
}

export const holderColumn = (holder: Holder): 'user_id' | 'staff_id' =>
  holder.kind === 'user' ? 'user_id' : 'staff_id';

/** Whose a row is; undefined where the table allows that it is nobody's yet. */
export function toHolder(row: {
  user_id: string | null;
  staff_id: string | null;
}): Holder | undefined {
  if (row.user_id !== null) return { kind: 'user', id: fromUuid('usr', row.user_id) };
  if (row.staff_id !== null) return { kind: 'staff', id: fromUuid('stf', row.staff_id) };
  return undefined;
}
