import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { arrive } from '#test/people.ts';
import { given } from '#test/world.ts';
import { listOrganizationActivity } from '#modules/activity/log/activity.contract.ts';
import { viesRegister } from '../../index.ts';
import { readOrganization, updateOrganization } from '../organization.contract.ts';
import { recordVatCheck } from './record-vat-check.ts';

/** What an organization in Germany says about its number after the jobs ran. */
async function checked(vatNumber: string) {
  const world = await given();
  const { browser, ownId } = await arrive(world);
  const params = { organizationId: ownId };
  await browser.call(updateOrganization, { params, body: { country: 'DE', vatNumber } });
  await world.runJobs();
  const { vatCheck } = await browser.call(readOrganization, { params });
  const { rows } = await browser.call(listOrganizationActivity, { params });
  return { vatCheck, said: rows.map(({ action, facts }) => ({ action, facts })) };
}

test('[D24] a number that the register knows becomes valid, and the log says so', async () => {
  const { vatCheck, said } = await checked('DE136695976');
  expect(vatCheck).toBe('valid');
  expect(said[0]).toEqual({
    action: 'organizations.vat-number-checked',
    facts: { check: 'valid', vatNumber: 'DE136695976' },
  });
});

test('[D24] a number that the register does not know is not valid', async () => {
  expect((await checked('DE136695000')).vatCheck).toBe('invalid');
});

test('[D24] a register that does not answer makes a number neither valid nor invalid', async () => {
  const { vatCheck, said } = await checked('DE136695999');
  expect(vatCheck).toBe('unknown');
  expect(said.map(({ action }) => action)).not.toContain('organizations.vat-number-checked');
});

test('[D24] an answer about a number that was changed meanwhile counts for nothing', async () => {
  const world = await given();
  const { browser, ownId: organizationId } = await arrive(world);
  const params = { organizationId };
  const body = { country: 'DE', vatNumber: 'DE136695976' };
  await browser.call(updateOrganization, { params, body });
  const late = { organizationId, vatNumber: 'DE999999999', check: 'valid' } as const;
  await world.within((tx) => recordVatCheck(tx, late, world.clock.now()));
  expect((await browser.call(readOrganization, { params })).vatCheck).toBe('unknown');
});

/** A register of our own that answers like VIES; what it was asked is kept. */
async function registerThatSays(status: number, body: unknown) {
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { asked, register: viesRegister(`http://127.0.0.1:${port}`) };
}

const german = { country: 'DE', vatNumber: 'DE136695976' };

test.for([
  [{ isValid: true, userError: 'VALID' }, 'valid'],
  [{ isValid: false, userError: 'INVALID' }, 'invalid'],
  [{ isValid: false, userError: 'MS_UNAVAILABLE' }, 'unknown'],
  [{ isValid: false, userError: 'MS_MAX_CONCURRENT_REQ' }, 'unknown'],
  [{ isValid: true, userError: 'SERVICE_UNAVAILABLE' }, 'unknown'],
  [{ something: 'else' }, 'unknown'],
] as const)('[D24] VIES saying %j means %s', async ([said, check]) => {
  const { asked, register } = await registerThatSays(200, said);
  expect(await register.check(german)).toBe(check);
  expect(asked).toEqual(['/ms/DE/vat/136695976']);
});

test('[D24] Greece is asked about as EL; a country outside the Union is not asked about', async () => {
  const { asked, register } = await registerThatSays(200, { isValid: true, userError: 'VALID' });
  await register.check({ country: 'GR', vatNumber: 'EL123456789' });
  expect(await register.check({ country: 'CH', vatNumber: 'CHE116281710' })).toBe('unknown');
  expect(asked).toEqual(['/ms/EL/vat/123456789']);
});

test('[D24] a register that breaks is asked again: the job fails, the number waits', async () => {
  const { register } = await registerThatSays(503, 'down');
  await expect(register.check(german)).rejects.toThrow('503');
  const { register: other } = await registerThatSays(200, 'no json');
  await expect(other.check(german)).rejects.toThrow('not valid JSON');
});
