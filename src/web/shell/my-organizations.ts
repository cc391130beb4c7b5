import type { AnswerOf } from '#web/api/client.ts';
import { useData } from '#web/api/queries.ts';

export type MyOrganization = AnswerOf<'listMyOrganizations'>['rows'][number];

/** The reader's organizations, in the switcher's order (R27, R28). */
export function useMyOrganizations(): {
  readonly rows: readonly MyOrganization[];
  readonly current: string | null;
} {
  return useData('listMyOrganizations', {});
}
