import type { Id } from '#kernel/ids.ts';
import type { Translated } from '#kernel/language.ts';
import type { MemberRole } from '#kernel/permission.ts';

/** What keeps a member in an organization (R33–R36), in the order in which pages tell it. */
export const leavingConditions = [
  'last-member',
  'last-representative',
  'suite',
  'mail-address',
] as const;
export type LeavingCondition = (typeof leavingConditions)[number];

/** A product that keeps somebody: their place in a suite, or their login address in its mail. */
export type KeptBy = {
  readonly kind: Extract<LeavingCondition, 'suite' | 'mail-address'>;
  readonly product: {
    readonly subscriptionId: Id<'sub'>;
    readonly productName: Translated;
    readonly label: string;
  };
};

/** A condition that is not clear; with the product where it is settled, if it is one. */
export type Blocker =
  | KeptBy
  | { readonly kind: Exclude<LeavingCondition, KeptBy['kind']>; readonly product: null };

type Standing = {
  readonly role: MemberRole;
  readonly hasOtherMembers: boolean;
  readonly hasOtherRepresentatives: boolean;
  readonly keptBy: readonly KeptBy[];
};

/** All four conditions must be clear (D2): this is what is not. */
export function blockersOf(standing: Standing): readonly Blocker[] {
  const { role, hasOtherMembers, hasOtherRepresentatives, keptBy } = standing;
  const isLast = role === 'legal_representative' && !hasOtherRepresentatives;
  const own: Blocker[] = [
    ...(hasOtherMembers ? [] : [{ kind: 'last-member' as const, product: null }]),
    ...(isLast ? [{ kind: 'last-representative' as const, product: null }] : []),
  ];
  const rank = ({ kind }: Blocker) => leavingConditions.indexOf(kind);
  return [...own, ...keptBy].toSorted((a, b) => rank(a) - rank(b));
}
