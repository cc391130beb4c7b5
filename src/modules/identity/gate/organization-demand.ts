import type { OrganizationId, UserId } from '#kernel/ids.ts';
import { defineNews } from '#platform/news.ts';
import type { Proof } from './gate.rules.ts';

/** What one organization asks of whom acts in it. */
export type OrganizationDemand = {
  /** A second factor must be proven in the session, from now on. */
  readonly secondFactor: boolean;
  /** Which ones count; absent: all. */
  readonly methods?: readonly Proof[] | undefined;
};

/** Asked with each request in an organization, so that a policy acts at once (MF-17). */
export const organizationDemand = defineNews<
  { organizationId: OrganizationId; userId: UserId },
  OrganizationDemand
>('identity.organizationDemand');

/** What holds until app.ts connects somebody who has policies. */
export function noDemand(): void {
  organizationDemand.connect(async () => ({ secondFactor: false }));
}

noDemand();
