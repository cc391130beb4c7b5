import type { Doer } from '#modules/activity/index.ts';
import type { OrganizationId, UserId } from '#kernel/ids.ts';
import { defineNews } from '#platform/news.ts';

/**
 * Tells the modules above that somebody is a member no more, in the transaction that ends it: what
 * they had there as a member ends with it. Listened to in app.ts.
 */
export const membershipEnded = defineNews<{
  readonly organizationId: OrganizationId;
  readonly userId: UserId;
  /** Who ended it. */
  readonly actor: Doer;
}>('organizations.membership-ended');
