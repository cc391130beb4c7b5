// The process as an operator starts it: what it refuses, what it serves, how it ends.
import { afterAll, expect, test, vi } from 'vitest';
import { isHealthy, patience, server, start } from './process.ts';

vi.setConfig({ testTimeout: 2 * patience });
afterAll(() => vi.resetConfig());

test('[CR-03] a wrong setting or a missing key ends the start with its sentence', async () => {
  const wrong = start({ PORT: '0', ATRIO_DEMOO: 'on' });
  expect(await wrong.ended).toBe(1);
  expect(wrong.said()).toContain('PORT is "0": it must be a whole number from 1 to 65535.');
  expect(wrong.said()).toContain('ATRIO_DEMOO is not a setting of Atrio. Did you mean ATRIO_DEMO?');
  expect(wrong.said()).not.toContain('at ');

  const keyless = start({ DATABASE_URL: 'postgresql://atrio@localhost/atrio' });
  expect(await keyless.ended).toBe(1);
  expect(keyless.said()).toContain('With DATABASE_URL, keys must be given');
});

test('it becomes healthy, answers, and ends well when it is told to', async () => {
  const environment = await server();
  const running = start(environment);
  await expect.poll(() => isHealthy(environment['PORT']), { timeout: patience }).toBe(true);
  // it listens a moment before it says so
  const ready = `Atrio is ready: http://localhost:${environment['PORT']}`;
  await expect.poll(running.said, { timeout: patience }).toContain(ready);
  const description = await fetch(`http://localhost:${environment['PORT']}/api/openapi.json`);
  expect(await description.json()).toMatchObject({ openapi: '3.1.1' });

  running.child.kill('SIGTERM');
  expect(await running.ended).toBe(0);
  expect(running.said()).toContain('Stopping');
  expect(await isHealthy(environment['PORT'])).toBe(false);
});

test('a port that is taken is named; the same Ctrl-C passed on twice is one', async () => {
  const environment = await server();
  const first = start(environment);
  await expect.poll(() => isHealthy(environment['PORT']), { timeout: patience }).toBe(true);

  const second = start(environment);
  expect(await second.ended).toBe(1);
  expect(second.said()).toContain(`Port ${environment['PORT']} is taken`);

  first.child.kill('SIGINT');
  first.child.kill('SIGINT');
  expect(await first.ended).toBe(0);
});

test('a worker of its own serves nothing and ends well', async () => {
  const environment = await server();
  const worker = start({ ...environment, ATRIO_ROLE: 'worker' });
  await expect.poll(() => worker.said(), { timeout: patience }).toContain('Atrio works off jobs.');
  expect(await isHealthy(environment['PORT'])).toBe(false);
  worker.child.kill('SIGTERM');
  expect(await worker.ended).toBe(0);
});
