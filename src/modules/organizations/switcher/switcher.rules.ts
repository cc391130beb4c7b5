import type { OrganizationId } from '#kernel/ids.ts';

type Listed = {
  readonly organizationId: OrganizationId;
  readonly name: string;
  readonly joinedAt: string;
};

const byName = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** The switcher's order: by name; two of one name keep the order in which they were joined. */
export function inSwitcherOrder<Row extends Listed>(rows: readonly Row[]): Row[] {
  return rows.toSorted(
    (a, b) => byName.compare(a.name, b.name) || (a.joinedAt < b.joinedAt ? -1 : 1),
  );
}

/** Where the portal opens: the one used last while it is still theirs, else the first joined. */
export function currentOf(
  rows: readonly Listed[],
  lastUsed: OrganizationId | undefined,
): OrganizationId | null {
  const isTheirs = rows.some(({ organizationId }) => organizationId === lastUsed);
  if (lastUsed !== undefined && isTheirs) return lastUsed;
  const [first] = rows.toSorted((a, b) => (a.joinedAt < b.joinedAt ? -1 : 1));
  return first?.organizationId ?? null;
}
