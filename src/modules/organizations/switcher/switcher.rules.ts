import type { OrganizationId } from '#kernel/ids.ts';

type Listed = {
  readonly organizationId: OrganizationId;
  readonly name: string;
  readonly joinedAt: string;
  /** The personal suite is here, and the reader owns it. */
  readonly isPersonalSuite: boolean;
};

const byName = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/**
 * The switcher's order: the owner's personal suite first (R27), the others by name; two of one name
 * keep the order in which they were joined.
 */
export function inSwitcherOrder<Row extends Listed>(rows: readonly Row[]): Row[] {
  return rows.toSorted(
    (a, b) =>
      Number(b.isPersonalSuite) - Number(a.isPersonalSuite) ||
      byName.compare(a.name, b.name) ||
      (a.joinedAt < b.joinedAt ? -1 : 1),
  );
}

/** Where the portal opens: the one used last while it is still theirs, else the first joined. */
export function currentOf(
  rows: readonly Pick<Listed, 'organizationId' | 'joinedAt'>[],
  lastUsed: OrganizationId | undefined,
): OrganizationId | null {
  const isTheirs = rows.some(({ organizationId }) => organizationId === lastUsed);
  if (lastUsed !== undefined && isTheirs) return lastUsed;
  const [first] = rows.toSorted((a, b) => (a.joinedAt < b.joinedAt ? -1 : 1));
  return first?.organizationId ?? null;
}
