import type { Day } from '#kernel/calendar.ts';
import type { Money } from '#kernel/money.ts';
import type { AccountRef, Posting } from '#modules/ledger/index.ts';
import type { Direction } from '../camt/amount.rules.ts';

/** Where the cash of a line stands before it is placed. */
export function cashAccount(entry: {
  readonly batched: boolean;
  readonly accountNumber: string;
}): AccountRef {
  return { kind: entry.batched ? 'bank-batch' : 'bank', owner: entry.accountNumber };
}

/** Money that belongs to no organization yet, or to none at all. */
export type OwnMovement = {
  readonly kind: 'bank-batch' | 'bank-suspense' | 'bank-outgoing' | 'bank-charge';
  readonly source: { readonly kind: string; readonly id: string };
  readonly from: AccountRef;
  readonly to: AccountRef;
  readonly direction: Direction;
  readonly amount: Money;
  readonly on: Day;
};

/** A credit comes to our account and stands against the other side; a debit the other way round. */
export function ownPosting(movement: OwnMovement): Posting {
  const { kind, source, from, to, direction, amount, on } = movement;
  const minor = direction === 'credit' ? amount.minor : -amount.minor;
  return {
    holder: 'provider',
    kind,
    source,
    key: `${kind}:${source.id}`,
    effectiveOn: on,
    entries: [
      { account: from, amount: { ...amount, minor } },
      { account: to, amount: { ...amount, minor: -minor } },
    ],
  };
}
