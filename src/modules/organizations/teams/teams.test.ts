import { expect, test } from 'vitest';
import { customer } from '#test/customer.ts';
import { arrive, grace, linus, type Person } from '#test/people.ts';
import type { Id } from '#kernel/ids.ts';
import { system } from '#kernel/actor.ts';
import type { MemberRole } from '#kernel/permission.ts';
import { listOrganizationActivity } from '#modules/activity/log/activity.contract.ts';
import {
  listProducts,
  readProduct,
  renameProduct,
} from '#modules/subscriptions/products/product.contract.ts';
import {
  blockManagement,
  grantMemberProducts,
  grantTeamProducts,
} from '../grants/grant.contract.ts';
import { addMember } from '../index.ts';
import { listMembers } from '../members/member.contract.ts';
import { listMemberProducts, readMemberRights } from '../rights/rights.contract.ts';
import * as team from './team.contract.ts';

const hosting = { product: 'web-hosting', offer: 'standard', period: 'year', quantity: 1 };

/** Ada's organization with two products; Grace and Linus in it. */
async function withTeam(graceIs: MemberRole = 'collaborator', linusIs: MemberRole = 'external') {
  const world = await customer();
  for (let made = 0; made < 2; made += 1) {
    const { proFormaId, gross } = await world.order(hosting);
    await world.transfer(await world.reference(proFormaId), gross);
  }
  await world.runJobs();
  const { organizationId } = world;
  const join = async (who: Person, role: MemberRole) =>
    world.within((tx) =>
      addMember(
        tx,
        { organizationId, userId: who.userId, role },
        system('story'),
        world.clock.now(),
      ),
    );
  const [first, second] = [await arrive(world, grace), await arrive(world, linus)];
  await join(first, graceIs);
  await join(second, linusIs);
  const params = { organizationId };
  const { rows } = await world.ada.call(listProducts, { params });
  const ids = rows.map(({ subscriptionId }) => subscriptionId) as [Id<'sub'>, Id<'sub'>];
  const body = { name: 'Webmasters', tint: 2 };
  const { teamId } = await world.ada.call(team.createTeam, { params, body });
  const at = { organizationId, teamId };
  const add = (who: Person, by = world.ada) =>
    by.call(team.addToTeam, { params: { ...at, userId: who.userId } });
  const give = (subscriptionIds: Id<'sub'>[], access: 'see' | 'manage' | 'none') =>
    world.ada.call(grantTeamProducts, { params: at, body: { subscriptionIds, access } });
  const lead = (who: Person) =>
    world.ada.call(team.nameLeader, { params: at, body: { userId: who.userId } });
  return { world, organizationId, grace: first, linus: second, ids, at, add, give, lead };
}

type Story = Awaited<ReturnType<typeof withTeam>>;

async function sees({ organizationId }: Story, { browser }: Person) {
  const answer = await browser.send(listProducts, { params: { organizationId } });
  if (answer.statusCode !== 200) return answer.statusCode;
  const { rows } = answer.json<{ rows: { subscriptionId: string }[] }>();
  return rows.map(({ subscriptionId }) => subscriptionId).toSorted();
}

test('[N3] what a team was granted, its members have, externals too, while they are in it', async () => {
  const story = await withTeam();
  const { world, ids, at, add, give } = story;
  await add(story.grace);
  await give([ids[0]], 'manage');
  await add(story.linus);
  expect(await sees(story, story.grace)).toEqual([ids[0]]);
  expect(await sees(story, story.linus)).toEqual([ids[0]]);
  await world.ada.call(team.removeFromTeam, { params: { ...at, userId: story.linus.userId } });
  expect(await sees(story, story.linus)).toBe(403);
  expect(await sees(story, story.grace)).toEqual([ids[0]]);
});

test('[N3] rights of teams and of the member add up, each with why', async () => {
  const story = await withTeam();
  const { world, organizationId, ids, at, add, give } = story;
  const { userId, browser } = story.grace;
  await add(story.grace);
  await give([ids[0]], 'manage');
  const params = { organizationId, userId };
  const body = { subscriptionIds: [...ids], access: 'see' as const };
  await world.ada.call(grantMemberProducts, { params, body });
  expect(await sees(story, story.grace)).toEqual(ids.toSorted());

  // her own page tells her the same as Ada
  for (const reader of [world.ada, browser]) {
    const { rows } = await reader.call(listMemberProducts, { params });
    expect(rows).toMatchObject([
      {
        subscriptionId: ids.toSorted()[0],
        access: 'manage',
        sources: [
          { team: null, access: 'see', by: 'Ada Lovelace' },
          { team: { teamId: at.teamId, name: 'Webmasters' }, access: 'manage' },
        ],
      },
      { subscriptionId: ids.toSorted()[1], access: 'see', sources: [{ team: null }] },
    ]);
    const { rights, teams } = await reader.call(readMemberRights, { params });
    expect(teams).toMatchObject([{ name: 'Webmasters', leads: false, allProducts: null }]);
    expect(rights).toEqual([
      { permission: 'organization.see', sources: [{ kind: 'role', team: null }] },
      { permission: 'products.see', sources: [{ kind: 'grants', team: null }] },
    ]);
  }
  const reason = 'Audit';
  const blocked = { organizationId, subscriptionId: ids.toSorted()[0]! };
  await world.ada.call(blockManagement, { params: blocked, body: { reason } });
  const { rows } = await browser.call(listMemberProducts, { params });
  expect(rows[0]).toMatchObject({ access: 'see', blocked: reason });
});

test('[D1] [N3] a right on all products reaches collaborators, products to come too, no external', async () => {
  const story = await withTeam();
  const { world, organizationId, ids, at, add } = story;
  await add(story.grace);
  await add(story.linus);
  await world.ada.call(team.changeTeam, { params: at, body: { allProducts: 'manage' } });
  expect(await sees(story, story.linus)).toBe(403);
  const { proFormaId, gross } = await world.order(hosting);
  await world.transfer(await world.reference(proFormaId), gross);
  expect(await sees(story, story.grace)).toHaveLength(3);
  const params = { organizationId, subscriptionId: ids[0] };
  await story.grace.browser.call(renameProduct, { params, body: { label: 'Shop' } });
  const reason = 'Audit';
  await world.ada.call(blockManagement, { params, body: { reason } });
  await expect(
    story.grace.browser.call(renameProduct, { params, body: { label: 'Store' } }),
  ).rejects.toMatchObject({ code: 'organizations.management-blocked', facts: { reason } });
  await world.ada.call(team.changeTeam, { params: at, body: { allProducts: null } });
  expect(await sees(story, story.grace)).toBe(403);
});

test('[N3] a leader chooses the members of their team, and decides nothing else', async () => {
  const story = await withTeam();
  const { world, organizationId, ids, at, add, lead } = story;
  const { browser } = story.grace;
  const params = { organizationId };
  await expect(browser.call(team.listTeams, { params })).rejects.toMatchObject({ status: 403 });
  await add(story.grace);
  await expect(browser.call(team.readTeam, { params: at })).rejects.toMatchObject({
    status: 404,
    code: 'organizations.no-such-team',
  });
  await lead(story.grace);
  const other = { name: 'Bookkeepers', tint: 1 };
  const { teamId } = await world.ada.call(team.createTeam, { params, body: other });

  const { rows } = await browser.call(team.listTeams, { params });
  expect(rows.map(({ name }) => name)).toEqual(['Webmasters']);
  const found = await browser.call(team.findTeamCandidates, { params: at, query: { text: 'pau' } });
  expect(found.rows.map(({ name }) => name)).toEqual(['Linus Pauling']);
  await add(story.linus, browser);
  const left = async (text: string) =>
    (await browser.call(team.findTeamCandidates, { params: at, query: { text } })).rows;
  expect(await left('pau'), 'who is in the team is no candidate').toEqual([]);
  expect((await left('')).map(({ name }) => name)).toEqual(['Ada Lovelace']);
  const { members } = await browser.call(team.readTeam, { params: at });
  expect(members.map(({ name, leads }) => [name, leads])).toEqual([
    ['Grace Hopper', true],
    ['Linus Pauling', false],
  ]);
  await browser.call(team.removeFromTeam, { params: { ...at, userId: story.linus.userId } });

  const strange = { ...at, teamId };
  const elsewhere = { params: { ...strange, userId: story.linus.userId } };
  await expect(browser.call(team.addToTeam, elsewhere)).rejects.toMatchObject({ status: 404 });
  const give = { subscriptionIds: [ids[0]], access: 'see' as const };
  for (const refused of [
    browser.send(team.changeTeam, { params: at, body: { name: 'Mine' } }),
    browser.send(team.deleteTeam, { params: at }),
    browser.send(team.nameLeader, { params: at, body: { userId: null } }),
    browser.send(grantTeamProducts, { params: at, body: give }),
    browser.send(listMembers, { params }),
  ]) {
    expect((await refused).statusCode).toBe(403);
  }
});

test('[N3] teams have names of their own, and only members of the organization', async () => {
  const story = await withTeam();
  const { world, organizationId, at } = story;
  const params = { organizationId };
  const body = { name: ' webMASTERS ', tint: 1 };
  await expect(world.ada.call(team.createTeam, { params, body })).rejects.toMatchObject({
    code: 'organizations.team-name-taken',
  });
  const stranger = await arrive(world, { ...grace, address: 'stranger@example.com' });
  await expect(
    world.ada.call(team.addToTeam, { params: { ...at, userId: stranger.userId } }),
  ).rejects.toMatchObject({ code: 'organizations.no-such-member' });
  await expect(
    world.ada.call(team.nameLeader, { params: at, body: { userId: story.grace.userId } }),
  ).rejects.toMatchObject({ code: 'organizations.not-in-team' });
});

test('[N3] [SE-17] a deleted team gives nothing at the next request; all of it is told and logged', async () => {
  const story = await withTeam();
  const { world, organizationId, ids, at, add, give, lead } = story;
  await add(story.grace);
  await give([...ids], 'see');
  await lead(story.grace);
  await world.ada.call(team.changeTeam, { params: at, body: { name: 'Web' } });
  await world.ada.call(team.deleteTeam, { params: at });
  expect(await sees(story, story.grace)).toBe(403);
  const gone = story.grace.browser.call(team.readTeam, { params: at });
  await expect(gone).rejects.toMatchObject({ status: 404, code: 'organizations.no-such-team' });

  const mails = (await world.mails(grace.address)).filter(({ letter }) => /rights/.test(letter));
  expect(mails.map(({ letter }) => letter)).toEqual([
    'organizations.rights-lost',
    'organizations.rights-gained',
  ]);
  expect(mails[0]?.body.text).toContain('The team Web does not open 2 products');
  const log = await world.ada.call(listOrganizationActivity, {
    params: { organizationId },
    query: { action: 'organizations.team' },
  });
  expect(log.rows.map(({ action }) => action.slice('organizations.'.length))).toEqual([
    'team-deleted',
    'team-renamed',
    'team-leader-named',
    'team-member-added',
    'team-created',
  ]);
});

test('[N3] a team is deleted while its rights are used: what is done is whole, then nothing goes', async () => {
  const story = await withTeam();
  const { world, organizationId, ids, at, add, give } = story;
  await add(story.grace);
  await give([ids[0]], 'manage');
  const params = { organizationId, subscriptionId: ids[0] };
  const rename = (label: string) =>
    story.grace.browser.call(renameProduct, { params, body: { label } });
  const [renamed, deleted] = await Promise.allSettled([
    rename('Shop'),
    world.ada.call(team.deleteTeam, { params: at }),
  ]);
  expect(deleted.status).toBe('fulfilled');
  const { label } = await world.product(ids[0]);
  expect(label).toBe(renamed.status === 'fulfilled' ? 'Shop' : '');
  const log = await world.ada.call(listOrganizationActivity, {
    params: { organizationId },
    query: { action: 'subscriptions.product-renamed' },
  });
  expect(log.rows).toHaveLength(renamed.status === 'fulfilled' ? 1 : 0);
  await expect(rename('Store')).rejects.toMatchObject({ status: 404 });
});

test('[N3] somebody joins a team while it is deleted: either way nobody is in a team that is gone', async () => {
  const story = await withTeam();
  const { world, at, add } = story;
  await Promise.allSettled([add(story.grace), world.ada.call(team.deleteTeam, { params: at })]);
  expect(await world.query('select from organizations.team_member')).toEqual([]);
  expect(await world.query('select from organizations.team')).toEqual([]);
});

test('[N3] two leaders named at once: one leads', async () => {
  const story = await withTeam();
  const { world, at, add, lead } = story;
  await add(story.grace);
  await add(story.linus);
  await Promise.all([lead(story.grace), lead(story.linus)]);
  const { members } = await world.ada.call(team.readTeam, { params: at });
  expect(members.filter(({ leads }) => leads)).toHaveLength(1);
});

test('[R25] [SE-17] a role that is lost while a page is open is lost at the next request', async () => {
  const story = await withTeam('administrator');
  const { world, organizationId, ids } = story;
  const params = { organizationId, subscriptionId: ids[0] };
  const { browser } = story.grace;
  await browser.call(readProduct, { params });
  await world.query(`update organizations.member set role = 'collaborator' where user_id = $1`, [
    story.grace.userId.slice(4),
  ]);
  await expect(browser.call(readProduct, { params })).rejects.toMatchObject({ status: 404 });
  const rename = browser.call(renameProduct, { params, body: { label: 'Shop' } });
  await expect(rename).rejects.toMatchObject({ status: 404 });
  await expect(browser.call(team.listTeams, { params })).rejects.toMatchObject({ status: 403 });
});
