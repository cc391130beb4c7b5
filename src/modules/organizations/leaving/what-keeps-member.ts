import type { OrganizationId, UserId } from '#kernel/ids.ts';
import { defineNews } from '#platform/news.ts';
import type { KeptBy } from './leaving.rules.ts';

/** One of the organizations asked about, and what keeps the member there. */
export type Keeping = KeptBy & { readonly organizationId: OrganizationId };

/**
 * Asks the modules above what keeps a user in some organizations: a place in a suite, the login
 * address in a mail service (R35, R36). One question for all of them; answered in app.ts.
 */
export const whatKeepsMember = defineNews<
  {
    readonly userId: UserId;
    /** With which they sign in. */
    readonly address: string;
    readonly organizationIds: readonly OrganizationId[];
  },
  readonly Keeping[]
>('organizations.what-keeps-member');
