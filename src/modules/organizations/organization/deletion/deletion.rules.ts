import type { Money } from '#kernel/money.ts';

/** What must be so before an organization can be deleted (N2), in the order people settle it. */
export const deletionConditions = ['products', 'orders', 'invoices', 'prepaid', 'members'] as const;
export type DeletionCondition = (typeof deletionConditions)[number];

type Open = {
  readonly kind: DeletionCondition;
  readonly count: number;
  readonly amounts: readonly Money[];
};

/** A condition and what is still open of it: nothing, when it is met. */
export type Checked = Open & { readonly isMet: boolean };

/** The whole list: a condition that nobody speaks of is met. */
export function checkDeletion(open: readonly Open[]): readonly Checked[] {
  return deletionConditions.map((kind) => {
    const { count, amounts } = open.find((found) => found.kind === kind) ?? nothing;
    return { kind, count, amounts, isMet: count === 0 };
  });
}

const nothing = { count: 0, amounts: [] };
