import type { OrganizationId, UserId } from '#kernel/ids.ts';
import { defineNews } from '#platform/news.ts';

/** What an organization is called, for one of its members; nobody else is told. */
export const organizationName = defineNews<
  { organizationId: OrganizationId; userId: UserId },
  string | undefined
>('identity.organizationName');
