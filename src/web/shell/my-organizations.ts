import type { AnswerOf } from '#web/api/client.ts';
import { useData } from '#web/api/queries.ts';

export type MyOrganization = AnswerOf<'listMyOrganizations'>['rows'][number];

/** The reader's organizations: their own first, then by name. */
export function useMyOrganizations(): {
  readonly rows: readonly MyOrganization[];
  readonly current: string | null;
} {
  const { rows, current } = useData('listMyOrganizations', {});
  const ordered = rows.toSorted(
    (a, b) => Number(isPersonal(b)) - Number(isPersonal(a)) || a.name.localeCompare(b.name),
  );
  return { rows: ordered, current };
}

function isPersonal({ kind, role }: MyOrganization): boolean {
  return kind === 'person' && role === 'legal_representative';
}
