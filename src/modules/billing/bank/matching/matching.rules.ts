import type { Day } from '#kernel/calendar.ts';
import type { OrganizationId } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';
import type { Payable } from '../../payments/payable.rules.ts';
import type { PrepaidReason } from '../../prepaid/prepaid.rules.ts';

/** Money that came to our bank account. */
export type Credit = {
  readonly amount: Money;
  /** The day on which it was there. */
  readonly on: Day;
  /** RvslInd or RtrInf: money of ours that came back. */
  readonly returned: boolean;
};

/** What our registry knows about the references of a credit. */
export type Found = {
  readonly by: 'reference' | 'text';
  readonly payables: readonly Payable[];
};

export type SuspenseReason =
  | 'unknown-reference'
  | 'several-organizations'
  | 'several-references'
  | 'returned';

export type Outcome =
  | { readonly kind: 'settles'; readonly by: Found['by']; readonly targets: readonly Payable[] }
  | {
      readonly kind: 'to-prepaid';
      readonly by: Found['by'];
      readonly organizationId: OrganizationId;
      readonly because: PrepaidReason;
      /** What the reason speaks of. */
      readonly payable: Payable;
    }
  | { readonly kind: 'suspense'; readonly because: SuspenseReason };

/**
 * Where a bank credit belongs. Never guessed, never split: what does not fit exactly goes to
 * prepaid (D21).
 */
export function place(credit: Credit, found: Found | undefined): Outcome {
  if (credit.returned) return { kind: 'suspense', because: 'returned' };
  const [payable, ...more] = found?.payables ?? [];
  if (!found || !payable) return { kind: 'suspense', because: 'unknown-reference' };
  if (more.length > 0) return placeSeveral(credit, found);

  const { organizationId } = payable;
  const because = whyNot(credit, payable);
  return because
    ? { kind: 'to-prepaid', by: found.by, organizationId, because, payable }
    : { kind: 'settles', by: found.by, targets: [payable] };
}

/** Several references in one transfer: all open and the sum exact, or else it pays none of them. */
function placeSeveral(credit: Credit, { by, payables }: Found): Outcome {
  if (by === 'text') return { kind: 'suspense', because: 'several-references' };
  const [first] = payables;
  const isOneOwner = payables.every(
    ({ organizationId }) => organizationId === first?.organizationId,
  );
  if (!first || !isOneOwner) return { kind: 'suspense', because: 'several-organizations' };
  const { organizationId } = first;
  for (const payable of payables) {
    const because = whyNot({ ...credit, amount: payable.amount }, payable);
    if (because) return { kind: 'to-prepaid', by, organizationId, because, payable };
  }
  const because = whyNotTogether(credit, payables);
  return because
    ? { kind: 'to-prepaid', by, organizationId, because, payable: first }
    : { kind: 'settles', by, targets: payables };
}

function whyNotTogether(
  { amount }: Credit,
  payables: readonly Payable[],
): PrepaidReason | undefined {
  if (payables.some((one) => one.amount.currency !== amount.currency)) return 'other-currency';
  const total = payables.reduce((sum, one) => sum + one.amount.minor, 0n);
  return total === amount.minor ? undefined : 'other-amount';
}

/** Why a credit does not settle what its reference names, in the words that the customer reads. */
export function whyNot(
  { amount, on }: Pick<Credit, 'amount' | 'on'>,
  found: Payable,
): PrepaidReason | undefined {
  const because = whyNotExactly({ amount, on }, found);
  return found.kind === 'top-up' && because ? 'top-up' : because;
}

function whyNotExactly(
  { amount, on }: Pick<Credit, 'amount' | 'on'>,
  found: Payable,
): PrepaidReason | undefined {
  if (found.state !== 'open') return found.state;
  if (found.kind !== 'invoice' && found.expiresOn < on) return 'expired';
  if (amount.currency !== found.amount.currency) return 'other-currency';
  if (amount.minor !== found.amount.minor) return 'other-amount';
  return undefined;
}

/**
 * The references of a credit that our registry knows: structured ones first, text only without
 * them.
 */
export function choose(
  structured: readonly string[],
  inText: readonly string[],
  known: ReadonlyMap<string, Payable>,
): Found | undefined {
  const payablesOf = (references: readonly string[]): Payable[] =>
    [...new Set(references)].flatMap((reference) => known.get(reference) ?? []);
  const named = payablesOf(structured);
  if (named.length > 0) return { by: 'reference', payables: named };
  const mentioned = payablesOf(inText);
  return mentioned.length > 0 ? { by: 'text', payables: mentioned } : undefined;
}
