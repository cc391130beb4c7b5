import type { Day } from '#kernel/calendar.ts';
import type { Id } from '#kernel/ids.ts';
import { money, type Currency, type Money } from '#kernel/money.ts';
import type { AccountRef, Holder, PrepaidBalance } from '../accounts/account.rules.ts';

export type JournalId = Id<'jtx'>;

/** One side of a movement: debit positive, credit negative. */
export type Entry = { readonly account: AccountRef; readonly amount: Money };

/** A movement of money, before it is in the books. */
export type Posting = {
  readonly holder: Holder;
  /** What happened, in one word: `invoice-issued`, `bank-credit`. */
  readonly kind: string;
  readonly source: { readonly kind: string; readonly id: string };
  /** Natural idempotency: the same key is the same movement, for ever. */
  readonly key: string;
  readonly effectiveOn: Day;
  readonly entries: readonly Entry[];
  readonly reverses?: JournalId;
};

/** What the books now say; `posted` is false when they said so already. */
export type Posted = {
  readonly journalId: JournalId;
  readonly posted: boolean;
  /** The prepaid account after this movement, when it touched one. */
  readonly prepaid?: PrepaidBalance;
};

/** Throws when a movement is not one: that is our bug, never the customer's mistake. */
export function assertBalanced({ kind, key, entries }: Posting): void {
  if (entries.length < 2) throw new TypeError(`${kind} ${key}: a movement has two sides at least`);
  const rest = new Map<Currency, bigint>();
  for (const { amount } of entries) {
    if (amount.minor === 0n) throw new TypeError(`${kind} ${key}: an entry of nothing`);
    rest.set(amount.currency, (rest.get(amount.currency) ?? 0n) + amount.minor);
  }
  for (const [currency, minor] of rest) {
    if (minor !== 0n) throw new TypeError(`${kind} ${key}: ${minor} ${currency} left over`);
  }
}

/** What the key stands for, in one text: the same key with another text is a bug, and found. */
export function contentOf({ kind, entries, reverses }: Posting): string {
  const rows = entries.map(({ account, amount }) =>
    [account.kind, account.owner ?? '', amount.currency, amount.minor].join('|'),
  );
  return [kind, reverses ?? '', ...rows.toSorted()].join('\n');
}

/** The opposite movement, which gives every account back what it had (I10). */
export function reversalOf(posting: Posting, reverses: JournalId): Posting {
  return {
    ...posting,
    key: `reverses:${reverses}`,
    reverses,
    entries: posting.entries.map(({ account, amount }) => ({
      account,
      amount: { ...amount, minor: -amount.minor },
    })),
  };
}

/**
 * What a movement adds to a prepaid account: a credit is a gain. One movement touches one at most.
 */
export function prepaidChange({ kind, entries }: Posting): Money | undefined {
  const [first, second] = entries.filter(({ account }) => account.kind === 'prepaid');
  if (second) throw new TypeError(`${kind}: a movement has one line on prepaid`);
  return first && money(-first.amount.minor, first.amount.currency);
}
