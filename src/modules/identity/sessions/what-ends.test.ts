import { expect, test } from 'vitest';
import { toUuid } from '#kernel/ids.ts';
import { addMember } from '#modules/organizations/index.ts';
import { changeMember } from '#modules/organizations/members/roles/role.contract.ts';
import type { Client } from '#test/client.ts';
import { whileSigningIn } from '#test/completing.ts';
import { addCodeApp, enterWithCode, wait } from '#test/factors.ts';
import { ada, arrive, grace, hire, password, type Person } from '#test/people.ts';
import { proveAsStaff, proveFor, withApp } from '#test/proof.ts';
import { given, linkIn, type World } from '#test/world.ts';
import { readProfile } from '../accounts/profile.contract.ts';
import { disownByLink } from '../disowning/disown.contract.ts';
import { listFactors, removeFactor } from '../factors/factor.contract.ts';
import { reportFactorLost } from '../factors/leaving/leaving.contract.ts';
import { changePassword } from '../passwords/password.contract.ts';
import { completeReset, requestReset } from '../recovery/reset.contract.ts';
import { signIn, signOut } from '../sign-in/sign-in.contract.ts';
import { endEverySession } from '../staff/everyone/everyone.contract.ts';
import { endUserSessions } from '../staff/staff.contract.ts';
import { endAllSessions, endOtherSessions, endSession, listSessions } from './session.contract.ts';

const next = 'seven kites over the harbour';

/** Ada's two devices: one acts, the other is somewhere else. */
type Scene = {
  readonly world: World;
  readonly person: Person;
  readonly here: Client;
  readonly there: Client;
};

type Becomes = 'stays' | 'gets another token' | 'is out';

type Line = {
  readonly what: string;
  readonly happens: (scene: Scene) => Promise<unknown>;
  readonly here: Becomes;
  readonly there: Becomes;
  /** Whether the other device still has a lane of its own. */
  readonly isKnown: boolean;
  /** What the account has before; the devices came in with it. */
  readonly hasCodeApp?: true;
};

const lines: readonly Line[] = [
  {
    what: 'signing out',
    happens: ({ here }) => here.call(signOut),
    here: 'is out',
    there: 'stays',
    isKnown: true,
  },
  {
    what: 'ending one session',
    happens: async ({ here }) => {
      const { sessions } = await here.call(listSessions);
      const { sessionId } = sessions.find(({ current }) => !current)!;
      await here.call(endSession, { params: { sessionId } });
    },
    here: 'stays',
    there: 'is out',
    isKnown: true,
  },
  {
    what: 'ending the others',
    happens: ({ here }) => here.call(endOtherSessions),
    here: 'stays',
    there: 'is out',
    isKnown: true,
  },
  {
    what: 'ending all',
    happens: ({ here }) => here.call(endAllSessions),
    here: 'is out',
    there: 'is out',
    isKnown: true,
  },
  {
    what: 'another password',
    happens: ({ here }) => here.call(changePassword, { body: { current: password, next } }),
    here: 'gets another token',
    there: 'is out',
    isKnown: true,
  },
  {
    what: 'a new password by a mailed link',
    happens: async ({ world }) => {
      await world.browser().call(requestReset, { body: { address: ada.address } });
      const mails = await world.mails(ada.address);
      const link = linkIn(mails.find(({ letter }) => letter === 'identity.reset-link'));
      const body = { token: link.hash.slice(1), password: next };
      await world.browser().call(completeReset, { body });
    },
    here: 'is out',
    there: 'is out',
    isKnown: true,
  },
  {
    what: 'the first second factor',
    happens: ({ world, here }) => addCodeApp(world, here),
    here: 'gets another token',
    there: 'is out',
    isKnown: true,
  },
  {
    what: 'one more second factor',
    happens: ({ world, here }) => addCodeApp(world, here, 'Tablet'),
    here: 'gets another token',
    there: 'stays',
    isKnown: true,
    hasCodeApp: true,
  },
  {
    what: 'a removed second factor',
    happens: async ({ world, here }) => {
      const app = await addCodeApp(world, here, 'Tablet');
      const phone = (await here.call(listFactors)).factors.find(({ label }) => label === 'Phone');
      const { factorId } = phone!;
      await proveFor(here, removeFactor, factorId, withApp(app));
      await here.call(removeFactor, { params: { factorId }, body: { password } });
    },
    here: 'gets another token',
    there: 'is out',
    isKnown: true,
    hasCodeApp: true,
  },
  {
    what: 'a second factor reported as lost',
    happens: async ({ here }) => {
      const [phone] = (await here.call(listFactors)).factors;
      const params = { factorId: phone!.factorId };
      await here.call(reportFactorLost, { params, body: { password } });
    },
    here: 'gets another token',
    there: 'is out',
    isKnown: true,
    hasCodeApp: true,
  },
  {
    what: '“this was not me” about the other device',
    happens: async ({ world }) => {
      const mails = await world.mails(ada.address);
      const link = linkIn(mails.find(({ letter }) => letter === 'identity.new-device'));
      await world.browser().call(disownByLink, { body: { token: link.hash.slice(1) } });
    },
    here: 'stays',
    there: 'is out',
    isKnown: false,
  },
  {
    what: 'the provider ending the sessions of one',
    happens: async ({ world, person: { userId } }) => {
      const { browser } = await hire(world, 'administrator');
      await browser.call(endUserSessions, { params: { userId }, body: { reason: 'A trial' } });
    },
    here: 'is out',
    there: 'is out',
    isKnown: true,
  },
  {
    what: 'the provider ending those of everybody',
    happens: async ({ world }) => {
      const { browser } = await hire(world, 'administrator');
      await proveAsStaff(browser, endEverySession);
      await browser.call(endEverySession, { body: { reason: 'A trial' } });
    },
    here: 'is out',
    there: 'is out',
    isKnown: true,
  },
  {
    what: 'the account being disabled',
    happens: ({ world, person: { userId } }) =>
      world.query('update identity.user set disabled_at = now() where id = $1', [toUuid(userId)]),
    here: 'is out',
    there: 'is out',
    isKnown: true,
  },
  {
    what: 'another role in an organization',
    happens: async ({ world, person: { userId } }) => {
      const owner = await arrive(world, grace);
      const { ownId: organizationId } = owner;
      const doer = { kind: 'user', userId: owner.userId, name: owner.name } as const;
      const joining = { organizationId, userId, role: 'external' } as const;
      await world.within((tx) => addMember(tx, joining, doer, world.clock.now()));
      const params = { organizationId, userId };
      await owner.browser.call(changeMember, { params, body: { role: 'administrator' } });
    },
    here: 'gets another token',
    there: 'gets another token',
    isKnown: true,
  },
];

async function scene(hasCodeApp: boolean): Promise<Scene> {
  const world = await given();
  const person = await arrive(world, ada);
  const { browser: here } = person;
  const app = hasCodeApp ? await addCodeApp(world, here) : undefined;
  wait(world, 60);
  const there = world.browser({ from: '203.0.113.9' });
  if (app) await enterWithCode(world, app, there);
  else await there.call(signIn, { body: { address: ada.address, password } });
  return { world, person, here, there };
}

async function becomes(browser: Client, before: string | undefined): Promise<Becomes> {
  const { statusCode } = await browser.send(readProfile);
  if (statusCode !== 200) return 'is out';
  return browser.cookie('sid') === before ? 'stays' : 'gets another token';
}

test.each(lines)('[SE-09] [AT-43] what ends and stays: $what', async (line) => {
  const { hasCodeApp = false, happens } = line;
  const acted = await scene(hasCodeApp);
  const { world, here, there } = acted;
  const [ours, theirs] = [here.cookie('sid'), there.cookie('sid')];
  await happens(acted);
  expect(await becomes(here, ours), 'here').toBe(line.here);
  expect(await becomes(there, theirs), 'there').toBe(line.there);
  const known = await world.query<{ known: boolean }>(
    `select d.trusted_until > $1 as known from identity.device d
    join identity.session s on s.device_id = d.id where s.prefix = '203.0.113.9'`,
    [world.clock.now()],
  );
  expect(known).toEqual([{ known: line.isKnown }]);
});

const endingAll = lines.filter(
  ({ what, there, hasCodeApp }) =>
    there === 'is out' && !hasCodeApp && what !== 'ending one session',
);

test.each(endingAll)(
  '[SE-09] [AT-43] a sign-in that completes meanwhile ends with: $what',
  async (line) => {
    const acted = await scene(false);
    const late = await whileSigningIn(acted.world, () => line.happens(acted));
    expect((await late.send(readProfile)).statusCode).toBe(401);
  },
);
