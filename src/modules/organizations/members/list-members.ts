import {
  fullName,
  lockedAmong,
  searchWords,
  secondFactorsOf,
  usersNamed,
  usersOf,
} from '#modules/identity/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import { fromCursor, toCursor } from '#kernel/cursor.ts';
import type { OrganizationId, UserId } from '#kernel/ids.ts';
import { userId as userIdOf } from '#kernel/ids.ts';
import type { MemberRole } from '#kernel/permission.ts';
import type { Tx } from '#platform/database/tx.ts';
import { isLastRepresentative, type Membership } from './member.rules.ts';
import { countRepresentatives, pageOfMembers, type MemberPlace } from './member.store.ts';

type Asked = { readonly organizationId: OrganizationId; readonly reader?: UserId | undefined };

export type MemberQuery = {
  readonly text?: string | undefined;
  readonly role?: MemberRole | undefined;
  readonly secondFactor?: 'on' | 'off' | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

/**
 * Members are sifted in portions of this size by what another module knows of them: names, factors.
 */
const portion = 1000;

/** The members of an organization with their names, the oldest first, a page at a time. */
export async function listMembers(
  tx: Tx,
  { organizationId, reader }: Asked,
  query: MemberQuery,
  now: Instant,
) {
  const found = await findMembers(tx, organizationId, query);
  const shown = found.slice(0, query.limit);
  const last = found.length > query.limit ? shown.at(-1) : undefined;
  const next = last ? toCursor([last.joinedAt.toISOString(), last.userId]) : null;
  return { rows: await presentMembers(tx, { organizationId, reader }, shown, now), next };
}

/** One more than a page, where there are so many. */
async function findMembers(
  tx: Tx,
  organizationId: OrganizationId,
  { cursor, limit, role, ...wanted }: MemberQuery,
): Promise<readonly Membership[]> {
  const words = searchWords(wanted.text ?? '');
  const isSifted = words.length > 0 || wanted.secondFactor !== undefined;
  const size = isSifted ? portion : limit + 1;
  const found: Membership[] = [];
  let after = placeOf(cursor);
  for (;;) {
    const read = await pageOfMembers(tx, organizationId, { role, after, limit: size });
    found.push(...(isSifted ? await sifted(tx, read, { ...wanted, words }) : read));
    if (read.length < size || found.length > limit) return found;
    after = read.at(-1);
  }
}

async function sifted(
  tx: Tx,
  members: readonly Membership[],
  wanted: { words: readonly string[]; secondFactor?: 'on' | 'off' | undefined },
): Promise<readonly Membership[]> {
  const { words, secondFactor } = wanted;
  const ids = members.map(({ userId }) => userId);
  const named = words.length > 0 ? await idsNamed(tx, ids, words) : undefined;
  const secured = secondFactor && (await secondFactorsOf(tx, ids));
  return members.filter(
    ({ userId }) =>
      (named?.has(userId) ?? true) &&
      (secured === undefined || secured.has(userId) === (secondFactor === 'on')),
  );
}

async function idsNamed(tx: Tx, ids: readonly UserId[], words: readonly string[]) {
  const found = await usersNamed(tx, ids, { words, limit: ids.length });
  return new Set(found.map(({ userId }) => userId));
}

async function presentMembers(
  tx: Tx,
  { organizationId, reader }: Asked,
  members: readonly Membership[],
  now: Instant,
) {
  const ids = members.map(({ userId }) => userId);
  const users = new Map((await usersOf(tx, ids)).map((user) => [user.userId, user]));
  const secured = await secondFactorsOf(tx, ids);
  const locked = await lockedAmong(tx, ids, now);
  const representatives = await countRepresentatives(tx, organizationId);
  return members.map((member) => {
    const { userId, role, billingRight, joinedAt } = member;
    const user = users.get(userId);
    return {
      userId,
      role,
      billingRight,
      name: user ? fullName(user.name) : '',
      address: user?.address ?? '',
      joinedAt: joinedAt.toISOString(),
      you: userId === reader,
      secondFactor: secured.has(userId),
      locked: locked.has(userId),
      lastRepresentative: isLastRepresentative(member, representatives),
    };
  });
}

/** Where a page goes on; a cursor that is none begins at the top. */
function placeOf(cursor: string | undefined): MemberPlace | undefined {
  const [joinedAt = '', id] = fromCursor(cursor ?? '', 2) ?? [];
  const userId = userIdOf.safeParse(id).data;
  if (userId === undefined || Number.isNaN(Date.parse(joinedAt))) return undefined;
  return { joinedAt: new Date(joinedAt), userId };
}
