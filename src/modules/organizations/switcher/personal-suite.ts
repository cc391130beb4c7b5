import type { OrganizationId } from '#kernel/ids.ts';
import { defineNews } from '#platform/news.ts';

/**
 * Asks the modules above which of some organizations have the free personal suite: the switcher
 * proposes its owner's first (R27). Answered in app.ts.
 */
export const personalSuitesAmong = defineNews<
  { readonly organizationIds: readonly OrganizationId[] },
  readonly OrganizationId[]
>('organizations.personal-suites-among');
