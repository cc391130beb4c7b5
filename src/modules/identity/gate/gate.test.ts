import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addCodeApp } from '#test/factors.ts';
import { ada, arrive, password } from '#test/people.ts';
import { given } from '#test/world.ts';
import { whoAmI } from '../sessions/session.contract.ts';
import { signIn } from '../sign-in/sign-in.contract.ts';

test('[AT-01] password right, factor open: what the browser was given opens nothing', async () => {
  const world = await given();
  const { browser: signedIn } = await arrive(world, ada);
  await addCodeApp(world, signedIn);

  const browser = world.browser();
  const body = { address: ada.address, password };
  const answer = await browser.call(signIn, { body });
  expect(answer).toMatchObject({ outcome: 'factor-needed' });
  expect(browser.cookie('sid')).toBeUndefined();
  const attempt = browser.cookie('try');
  expect(attempt).toMatch(/^mt_/);
  expect(await world.query('select id from identity.session')).toHaveLength(1);

  browser.setCookie('sid', attempt);
  browser.setCookie('staff', attempt);
  browser.setCookie('dev', attempt);
  const open = world.app.routes.filter(
    ({ contract }) => contract.permission !== 'public' && contract.permission !== 'attempt',
  );
  expect(open.length).toBeGreaterThan(20);
  for (const { contract } of open) {
    const params = Object.fromEntries(
      [...contract.path.matchAll(/:(\w+)/g)].map(([, name]) => [name, 'x']),
    );
    const { statusCode } = await browser.send(contract, { params } as never);
    expect([401, 422], contract.name).toContain(statusCode);
  }
  expect(await browser.call(whoAmI)).toMatchObject({ user: null });
  expect(await signedIn.call(whoAmI)).toMatchObject({ user: { firstName: 'Ada' } });
});

test('the gate is the only way in: one statement makes sessions, and one act calls it', () => {
  const root = join(import.meta.dirname, '../../../..');
  const files = globSync('src/**/*.ts', { cwd: root });
  const sources = files
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
  const within = (pattern: RegExp) =>
    sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

  const inserts = /insert\s*into\s*\(?\s*['"`]?identity\.session\b/i;
  expect(within(inserts)).toEqual(['src/modules/identity/sessions/session.store.ts']);
  expect(within(/\binsertSession\b/).toSorted()).toEqual([
    'src/modules/identity/gate/complete-attempt.ts',
    'src/modules/identity/sessions/session.store.ts',
  ]);
});

test('a list of routes gives session cookies, and no other does', () => {
  const root = join(import.meta.dirname, '../../..');
  const files = globSync('**/*.ts', { cwd: root });
  const giving = files
    .filter((file) => !file.endsWith('.test.ts') && !file.startsWith('platform/'))
    .filter((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return /setCookie\('(sid|staff)'|giveSession\(|letIn\(http|answerAt\(http|setCookie\(sessionCookie/.test(
        text,
      );
    });
  expect(giving.toSorted()).toEqual([
    'modules/identity/factors/factor.routes.ts',
    'modules/identity/passwords/password.routes.ts',
    'modules/identity/sign-in/cookies.ts',
    'modules/identity/sign-in/passkey/passkey-door.routes.ts',
    'modules/identity/sign-in/second-factor.routes.ts',
    'modules/identity/sign-in/sign-in.routes.ts',
    'modules/identity/sign-up/invited/sign-up-invited.routes.ts',
    'modules/identity/sign-up/sign-up.routes.ts',
    'modules/identity/staff/staff.routes.ts',
  ]);
});
