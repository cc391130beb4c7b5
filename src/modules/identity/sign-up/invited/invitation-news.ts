import type { UserId } from '#kernel/ids.ts';
import { defineNews } from '#platform/news.ts';

/** The address that an invitation is for, while it can be accepted; organizations keep them. */
export const invitedAddress = defineNews<{ readonly token: string }, string | undefined>(
  'identity.invitedAddress',
);

/**
 * A new user came through an invitation: in the same transaction they join the organization, so
 * that no user is without one (R22, R24). Answers where the portal opens for them.
 */
export const invitedSignedUp = defineNews<
  { readonly token: string; readonly userId: UserId },
  string
>('identity.invitedSignedUp');
