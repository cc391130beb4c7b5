import type { Instant } from '#kernel/calendar.ts';
import { idOf, type Id, type OrganizationId, type UserId } from '#kernel/ids.ts';
import type { MemberRole, Permission } from '#kernel/permission.ts';
import type { Place } from '../members/roles/role-change.rules.ts';

export type InvitationId = Id<'ivt'>;
export const invitationId = idOf('ivt');

/**
 * Somebody who may become a member: bound to an address, a place and who invited (D3). The place is
 * read from here, never from who accepts.
 */
export type Invitation = Place & {
  readonly invitationId: InvitationId;
  readonly organizationId: OrganizationId;
  readonly address: string;
  readonly note: string | undefined;
  readonly invitedBy: UserId;
  readonly sentAt: Instant;
  readonly expiresAt: Instant;
};

/** How long an invitation can be accepted after it was sent, or sent again (D3). */
export const invitationDays = 7;

/** How long one that nobody answered can still be sent again, before it is closed. */
export const closedAfterDays = 30;

/** How many wait in one organization at the same time. */
export const mostWaiting = 50;

/** Sent by one organization; and to one address, whoever sends. */
export const sentPerDay = { count: 100, windowSeconds: 24 * 60 * 60 } as const;
export const mailsPerDay = { count: 10, windowSeconds: 24 * 60 * 60 } as const;

export const invitationStates = ['waiting', 'expired', 'lapsed'] as const;

/** `lapsed`: who sent it may not invite any more. Expired and lapsed ones can be sent again. */
export type InvitationState = (typeof invitationStates)[number];

export function stateOf(
  { expiresAt }: Pick<Invitation, 'expiresAt'>,
  mayInvite: boolean,
  now: Instant,
): InvitationState {
  if (expiresAt <= now) return 'expired';
  return mayInvite ? 'waiting' : 'lapsed';
}

/** What is needed to invite somebody in a role: legal representatives name each other (D4). */
export function neededFor(role: MemberRole): Permission {
  return role === 'legal_representative' ? 'members.name-representatives' : 'members.manage';
}

/**
 * A stranger's address as the log keeps it: enough to recognise whom one invited, too little to
 * write to.
 */
export function masked(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}…${address.slice(at)}`;
}
