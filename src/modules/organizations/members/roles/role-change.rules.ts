import type { MemberRole } from '#kernel/permission.ts';
import { isLastRepresentative } from '../member.rules.ts';

/** What a member is: a role, and whether a collaborator sees and pays bills. */
export type Place = { readonly role: MemberRole; readonly billingRight: boolean };

/** What is left as it is when it is not said. */
export type PlaceChange = {
  readonly role?: MemberRole | undefined;
  readonly billingRight?: boolean | undefined;
};

/** The billing right means something to collaborators only; it goes with the role. */
export function changedPlace(from: Place, change: PlaceChange): Place {
  const role = change.role ?? from.role;
  const billingRight = change.billingRight ?? from.billingRight;
  return { role, billingRight: billingRight && role === 'collaborator' };
}

/** Whether it is about who answers for the organization. */
export const isOfRepresentatives = (from: Place, to: Place): boolean =>
  [from.role, to.role].includes('legal_representative');

export type PlaceFault = 'representatives-only' | 'last-representative';

/** Why a member cannot get another place, or undefined (D4). */
export function faultOf(
  { from, to }: { from: Place; to: Place },
  { mayName, representatives }: { mayName: boolean; representatives: number },
): PlaceFault | undefined {
  if (from.role === to.role) return undefined;
  if (isOfRepresentatives(from, to) && !mayName) return 'representatives-only';
  return isLastRepresentative(from, representatives) ? 'last-representative' : undefined;
}
