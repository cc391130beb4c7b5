import type { Instant } from '#kernel/calendar.ts';
import type { OrganizationId, UserId } from '#kernel/ids.ts';
import type { MemberRole } from '#kernel/permission.ts';

/** A user who acts in an organization, and as what. */
export type Membership = {
  readonly organizationId: OrganizationId;
  readonly userId: UserId;
  readonly role: MemberRole;
  /** A collaborator with it sees and pays bills. */
  readonly billingRight: boolean;
  readonly joinedAt: Instant;
};

/** Without this one nobody could change the organization's legal identity any more (D4). */
export function isLastRepresentative(
  { role }: Pick<Membership, 'role'>,
  representatives: number,
): boolean {
  return role === 'legal_representative' && representatives <= 1;
}
