import type { MemberRole } from '#kernel/permission.ts';

/** Subjects that an organization's members are written to about. */
export const subjects = ['identity', 'billing', 'products'] as const;
export type Subject = (typeof subjects)[number];

/** Subjects that a member can do without (N1); about its identity an organization always writes. */
export const choosable = ['billing', 'products'] as const;
export type Choosable = (typeof choosable)[number];

/** What a member wants to read. */
export type Contact = Readonly<Record<Choosable, boolean>>;

export const everything: Contact = { billing: true, products: true };

/** A member as they stand to one subject. */
export type Reader = {
  readonly role: MemberRole;
  /** They may do something about it. */
  readonly isConcerned: boolean;
  /** They did not turn it off. */
  readonly wants: boolean;
};

/**
 * Whom to write to: who is concerned and wants it. Somebody always reads about bills: the only
 * legal representative whatever they chose, and all of them where nobody else is left.
 */
export function readersOf<R extends Reader>(subject: Subject, members: readonly R[]): readonly R[] {
  const concerned = members.filter(({ isConcerned }) => isConcerned);
  if (subject === 'identity') return concerned;
  const willing = concerned.filter(({ wants }) => wants);
  if (subject === 'products') return willing;
  const representatives = concerned.filter(isRepresentative);
  const isOnly = representatives.length === 1;
  const readers = concerned.filter((one) => one.wants || (isOnly && isRepresentative(one)));
  return readers.length > 0 ? readers : representatives;
}

export type BillingOffRefused = 'only-representative' | 'nobody-left';

/** Why somebody cannot turn messages about bills off, or undefined when they can (N1). */
export function refuseBillingOff(
  who: Reader,
  others: readonly Reader[],
): BillingOffRefused | undefined {
  if (!who.isConcerned) return undefined;
  if (isRepresentative(who) && !others.some(isRepresentative)) return 'only-representative';
  const isRead = others.some(({ isConcerned, wants }) => isConcerned && wants);
  const onlyOther = others.filter(isRepresentative).length === 1 && !isRepresentative(who);
  return isRead || onlyOther ? undefined : 'nobody-left';
}

const isRepresentative = ({ role }: Reader): boolean => role === 'legal_representative';
