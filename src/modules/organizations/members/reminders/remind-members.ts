import { recordAll } from '#modules/activity/index.ts';
import { fullName, secondFactorsOf, usersOf } from '#modules/identity/index.ts';
import { queue } from '#modules/messages/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { OrganizationId, UserId } from '#kernel/ids.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { isGranted } from '#platform/throttle/throttle.ts';
import { organizationOf } from '../../organization/read-organization.ts';
import { membersAmong } from '../member.store.ts';
import { secondFactorReminder } from './second-factor-reminder.letter.ts';

/** One reminder per member and day, whoever asks. */
const perMember = { count: 1, windowSeconds: 24 * 60 * 60 } as const;

type Command = {
  readonly organizationId: OrganizationId;
  readonly userIds: readonly UserId[];
  readonly actor: { readonly kind: 'user'; readonly userId: UserId; readonly name: string };
};

/**
 * Asks members to protect their account with a second factor (N1). Who has one, and who was asked
 * today, gets no mail. Gives who got one.
 */
export async function remindMembers(
  tx: Tx,
  { organizationId, userIds, actor }: Command,
  now: Instant,
): Promise<readonly UserId[]> {
  const { name: organization } = await organizationOf(tx, organizationId);
  const members = await membersAmong(tx, organizationId, userIds);
  const secured = await secondFactorsOf(tx, userIds);
  const wanting = members.map(({ userId }) => userId).filter((id) => !secured.has(id));
  const reminded: UserId[] = [];
  for (const userId of wanting.toSorted()) {
    const key = `organizations:factor-reminder:${organizationId}:${userId}`;
    if (await isGranted(tx, { key, budget: perMember }, now)) reminded.push(userId);
  }
  const users = await usersOf(tx, reminded);
  const link = `${settingsOf(tx).origin}/account/security`;
  for (const { userId, name, address, language } of users) {
    const to = { userId, name: fullName(name), address, language, organizationId };
    await queue(tx, secondFactorReminder, { organization, by: actor.name, link }, to, now);
  }
  const happenings = users.map(({ userId, name }) => ({
    stream: { organizationId },
    action: 'organizations.factor-reminder-sent',
    actor,
    about: { kind: 'user', id: userId, label: fullName(name) },
  }));
  await recordAll(tx, happenings, now);
  return reminded;
}
