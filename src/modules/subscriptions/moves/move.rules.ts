import type { Instant } from '#kernel/calendar.ts';
import type { Id, OrganizationId } from '#kernel/ids.ts';
import type { SubscriptionState } from '../products/subscription.rules.ts';

/** What must be so before a product can move (N4), in the order in which people settle it. */
export const moveConditions = ['transferable', 'running', 'paid'] as const;
export type MoveCondition = (typeof moveConditions)[number];

type Facts = {
  /** The catalogue says so of the product: a suite never is (R73). */
  readonly isTransferable: boolean;
  readonly state: SubscriptionState;
  /** An invoice for its days that waits for its money. */
  readonly unpaidInvoice: Id<'inv'> | undefined;
};

export type CheckedMove = {
  readonly kind: MoveCondition;
  readonly isMet: boolean;
  readonly invoiceId: Id<'inv'> | undefined;
};

export function checkMove({ isTransferable, state, unpaidInvoice }: Facts): readonly CheckedMove[] {
  return [
    { kind: 'transferable', isMet: isTransferable, invoiceId: undefined },
    { kind: 'running', isMet: state === 'active', invoiceId: undefined },
    { kind: 'paid', isMet: unpaidInvoice === undefined, invoiceId: unpaidInvoice },
  ];
}

/** Days that a link can be used. */
export const linkDays = 7;

/** A link that waits for somebody who takes the product over. */
export type MoveLink = {
  readonly linkId: Id<'mvl'>;
  readonly organizationId: OrganizationId;
  readonly subscriptionId: Id<'sub'>;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
};
