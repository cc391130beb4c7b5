import {
  fullName,
  lockedAmong,
  searchWords,
  secondFactorsOf,
  usersNamed,
  usersOf,
} from '#modules/identity/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import { fromCursor, momentIn, toCursor } from '#kernel/cursor.ts';
import type { OrganizationId, UserId } from '#kernel/ids.ts';
import { userId as userIdOf } from '#kernel/ids.ts';
import type { MemberRole } from '#kernel/permission.ts';
import type { Tx } from '#platform/database/tx.ts';
import { isLastRepresentative, type Membership } from './member.rules.ts';
import { countRepresentatives, type MemberPlace } from './member.store.ts';
import { siftMembers } from './sift-members.ts';

type Asked = { readonly organizationId: OrganizationId; readonly reader?: UserId | undefined };

export type MemberQuery = {
  readonly text?: string | undefined;
  readonly role?: MemberRole | undefined;
  readonly secondFactor?: 'on' | 'off' | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

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
  const sift = (read: readonly Membership[]) => sifted(tx, read, { ...wanted, words });
  const page = { role, after: placeOf(cursor), limit: limit + 1 };
  return siftMembers(tx, organizationId, page, isSifted ? sift : undefined);
}

async function sifted(
  tx: Tx,
  members: readonly Membership[],
  wanted: { words: readonly string[]; secondFactor?: 'on' | 'off' | undefined },
): Promise<readonly Membership[]> {
  const { words, secondFactor } = wanted;
  const ids = members.map(({ userId }) => userId);
  const named = words.length > 0 ? await namedAmong(tx, members, words) : undefined;
  const secured = secondFactor && (await secondFactorsOf(tx, ids));
  return members.filter(
    ({ userId }) =>
      (named?.has(userId) ?? true) &&
      (secured === undefined || secured.has(userId) === (secondFactor === 'on')),
  );
}

/** Those of these members whose name or mail address says all the words. */
export async function namedAmong(
  tx: Tx,
  members: readonly Membership[],
  words: readonly string[],
): Promise<ReadonlySet<UserId>> {
  const ids = members.map(({ userId }) => userId);
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
  const [key, id] = fromCursor(cursor ?? '', 2) ?? [];
  const joinedAt = momentIn(key);
  const userId = userIdOf.safeParse(id).data;
  return joinedAt && userId ? { joinedAt, userId } : undefined;
}
