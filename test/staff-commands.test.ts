// The operator's commands for the provider's people, each a process of its own.
import { afterAll, expect, test, vi } from 'vitest';
import { listWorkItems } from '#modules/billing/bank/work-items/work-item.contract.ts';
import { staffSignIn } from '#modules/identity/staff/staff.contract.ts';
import { cloneTemplate } from './database.ts';
import { environmentOn, patience, start } from './process.ts';
import { addStaffPasskey, enterAsStaff } from './staff.ts';
import { given, testKeysText } from './world.ts';

vi.setConfig({ testTimeout: 2 * patience });
afterAll(() => vi.resetConfig());

/** An installation without a demo, and what its commands are told. */
async function installation(settings: Record<string, string> = {}) {
  const clone = await cloneTemplate();
  const chosen = { ATRIO_DEMO: 'off', ...settings };
  const environment = { ...(await environmentOn(clone, testKeysText)), ...chosen };
  const world = await given({ on: clone, settings: chosen });
  const run = async (...command: string[]) => {
    const started = start(environment, command);
    const code = await started.ended;
    // commands live by the machine's clock
    world.clock.moveTo(new Date());
    return { code, said: started.said() };
  };
  return { world, run };
}

const address = 'nora@provider.example';
const nora = ['--address', address, '--role', 'administrator', '--name', 'Nora North'];

/** What a command printed once. */
const shown = (said: string, what: string) =>
  new RegExp(`${what}, shown once: (\\S+)`).exec(said)?.[1];
const codeIn = (said: string) => shown(said, 'Code for the first method') ?? '';
const passwordIn = (said: string) => shown(said, 'Password') ?? '';

test('[settled 14] [PW-15] staff:create prints what the first administrator begins with', async () => {
  const { world, run } = await installation();
  const { code, said } = await run('tools/staff-create.ts', ...nora);
  expect([code, said]).toEqual([
    0,
    expect.stringContaining('nora@provider.example is administrator'),
  ]);
  const browser = world.browser();
  await browser.call(staffSignIn, { body: { address, password: passwordIn(said) } });
  const passkey = await addStaffPasskey(world, browser, { code: codeIn(said) });
  await browser.call(listWorkItems);
  expect((await enterAsStaff(world.browser(), passkey)).statusCode).toBe(200);
});

test('[MF-13] staff:begin lets the last administrator back in who lost everything', async () => {
  const { world, run } = await installation();
  const created = await run('tools/staff-create.ts', ...nora);
  const browser = world.browser();
  const door = { address, password: passwordIn(created.said) };
  await browser.call(staffSignIn, { body: door });
  const lost = await addStaffPasskey(world, browser, { code: codeIn(created.said) });

  const { code, said } = await run('tools/staff-begin.ts', '--address', address, '--new-password');
  expect([code, said]).toEqual([0, expect.stringContaining(`${address} begins anew`)]);
  expect((await enterAsStaff(world.browser(), lost)).statusCode).toBe(401);
  const again = world.browser();
  expect((await again.send(staffSignIn, { body: door })).statusCode).toBe(401);
  await again.call(staffSignIn, { body: { address, password: passwordIn(said) } });
  await addStaffPasskey(world, again, { code: codeIn(said) });
  await again.call(listWorkItems);

  const nobody = await run('tools/staff-begin.ts', '--address', 'eve@provider.example');
  expect([nobody.code, nobody.said]).toEqual([
    1,
    expect.stringContaining('is nobody of the staff'),
  ]);
});

test('a demo that demands nothing prints no code', async () => {
  const { run } = await installation({ ATRIO_DEMO: 'on', ATRIO_STAFF_FACTORS: 'auto' });
  const { said } = await run('tools/staff-create.ts', ...nora);
  expect(said).toContain('Password, shown once');
  expect(said).not.toContain('Code for the first method');
});
