import { expect, test } from 'vitest';
import { ada, arrive, grace, linus, type Newcomer, type Person } from '#test/people.ts';
import { given, type World } from '#test/world.ts';
import type { MemberRole } from '#kernel/permission.ts';
import { listOrganizationActivity } from '#modules/activity/log/activity.contract.ts';
import { addMember } from '../index.ts';
import { listMembers } from './member.contract.ts';
import { remindMembers } from './reminders/reminder.contract.ts';

const people: readonly (readonly [Newcomer, MemberRole])[] = [
  [{ ...grace, firstName: 'Zoë', lastName: 'Müller', address: 'zoe@example.com' }, 'administrator'],
  [grace, 'collaborator'],
  [linus, 'external'],
  [{ ...linus, firstName: 'Álvaro', lastName: 'Soto_', address: 'al@example.com' }, 'external'],
];

async function crowd() {
  const world = await given();
  const owner = await arrive(world, ada);
  const members: Person[] = [];
  for (const [who, role] of people) {
    world.clock.moveTo(new Date(world.clock.now().getTime() + 1000));
    members.push(await joined(world, owner, who, role));
  }
  return { world, owner, members, params: { organizationId: owner.ownId } };
}

async function joined(world: World, owner: Person, who: Newcomer, role: MemberRole) {
  const person = await arrive(world, who);
  const doer = { kind: 'user', userId: owner.userId, name: owner.name } as const;
  const member = { organizationId: owner.ownId, userId: person.userId, role };
  await world.within((tx) => addMember(tx, member, doer, world.clock.now()));
  return person;
}

test('[N1] members are paged in the order in which they came, each once', async () => {
  const { owner, params } = await crowd();
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: 2, ...(cursor === undefined ? {} : { cursor }) };
    const page = await owner.browser.call(listMembers, { params, query });
    expect(page.rows.length).toBeLessThanOrEqual(2);
    seen.push(...page.rows.map(({ name }) => name));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual([
    'Ada Lovelace',
    'Zoë Müller',
    'Grace Hopper',
    'Linus Pauling',
    'Álvaro Soto_',
  ]);
  const odd = await owner.browser.call(listMembers, { params, query: { cursor: 'no cursor' } });
  expect(odd.rows).toHaveLength(5);
});

test.for([
  [{ text: 'muller' }, ['Zoë Müller']],
  [{ text: 'ZOË mü' }, ['Zoë Müller']],
  [{ text: 'hopper grace' }, ['Grace Hopper']],
  [{ text: 'linus@' }, ['Linus Pauling']],
  [{ text: '_' }, ['Álvaro Soto_']],
  [{ text: '%' }, []],
  [{ text: 'ada nobody' }, []],
  [{ role: 'external' }, ['Linus Pauling', 'Álvaro Soto_']],
  [{ role: 'external', text: 'alvaro' }, ['Álvaro Soto_']],
  [{ secondFactor: 'on' }, []],
  [{ secondFactor: 'off', role: 'administrator' }, ['Zoë Müller']],
] as const)('[N1] %j finds %j', async ([query, names]) => {
  const { owner, params } = await crowd();
  const { rows } = await owner.browser.call(listMembers, { params, query });
  expect(rows.map(({ name }) => name)).toEqual(names);
});

test('[N1] what is sifted is paged too', async () => {
  const { owner, params } = await crowd();
  const query = { text: 'example.com', limit: 3 };
  const first = await owner.browser.call(listMembers, { params, query });
  const next = { ...query, cursor: first.next ?? '' };
  const second = await owner.browser.call(listMembers, { params, query: next });
  expect([...first.rows, ...second.rows].map(({ name }) => name)).toEqual([
    'Ada Lovelace',
    'Zoë Müller',
    'Grace Hopper',
    'Linus Pauling',
    'Álvaro Soto_',
  ]);
  expect(second.next).toBeNull();
});

test('[N1] a reminder reaches each member once a day, and no stranger', async () => {
  const { world, owner, members, params } = await crowd();
  const stranger = await arrive(world, { ...grace, address: 'eve@example.com' });
  const [zoe, her] = members;
  const remind = (...who: (Person | undefined)[]) =>
    owner.browser.call(remindMembers, {
      params,
      body: { userIds: who.map((person) => person!.userId) },
    });
  const first = await remind(zoe, stranger);
  expect(first.reminded).toEqual([zoe!.userId]);
  const second = await remind(zoe, her);
  expect(second.reminded).toEqual([her!.userId]);
  const letter = { letter: 'organizations.second-factor-reminder' };
  expect(
    (await world.mails('zoe@example.com')).filter((mail) => mail.letter === letter.letter),
  ).toHaveLength(1);
  expect(await world.mails('eve@example.com')).not.toContainEqual(expect.objectContaining(letter));
  const { rows } = await owner.browser.call(listOrganizationActivity, { params });
  expect(rows.slice(0, 2).map(({ action, about }) => [action, about?.label])).toEqual([
    ['organizations.factor-reminder-sent', 'Grace Hopper'],
    ['organizations.factor-reminder-sent', 'Zoë Müller'],
  ]);
});
