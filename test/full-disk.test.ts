// The disk of the product's own files fills up: what cannot be kept is turned down with its reason,
// nothing of it stays, and all goes on once there is room.
import { readdir, rm } from 'node:fs/promises';
import { expect, test, vi, afterAll } from 'vitest';
import type { Instant } from '#kernel/calendar.ts';
import {
  beginStaffTotp,
  confirmStaffTotp,
} from '#modules/identity/staff/factors/staff-factor.contract.ts';
import { csrfOf } from '#platform/http/origin.ts';
import { cookieSpelling } from '#platform/http/http-side.ts';
import { bankDesk, camt, francs } from './bank-desk.ts';
import type { Client } from './client.ts';
import { cloneTemplate } from './database.ts';
import { environmentOn, isHealthy, patience, start } from './process.ts';
import { codeAt } from './one-time-codes.ts';
import { onDiskOf } from './program.ts';
import { given, testKeysText } from './world.ts';

vi.setConfig({ testTimeout: 2 * patience });
afterAll(() => vi.resetConfig());

/** Hands a statement in, as a browser sends it to a real process. */
async function handIn(staff: Client, origin: string, statement: string) {
  const session = staff.cookie('staff') ?? '';
  const answer = await fetch(`${origin}/api/v1/staff/bank-files`, {
    method: 'POST',
    headers: {
      ...{ origin, 'sec-fetch-site': 'same-origin', 'x-file-name': 'statement.xml' },
      'content-type': 'application/octet-stream',
      cookie: `${cookieSpelling('staff', { insecure: false })}=${session}`,
      'x-atrio-csrf': csrfOf(session),
    },
    body: statement,
  });
  return { status: answer.status, said: (await answer.json()) as { code?: string } };
}

/** Outside the demo a clerk proves a second factor. */
async function proveMore(staff: Client, now: Instant): Promise<void> {
  const { factorId, key } = await staff.call(beginStaffTotp, { body: { label: 'Phone' } });
  await staff.call(confirmStaffTotp, { body: { factorId, code: codeAt(key, now) } });
}

test('[D22] a bank file that finds no room is turned down whole, and taken once there is', async () => {
  const clone = await cloneTemplate();
  const environment = await environmentOn(clone, testKeysText);
  const folder = environment['ATRIO_DATA'] ?? '';
  const world = await given({ at: new Date(), on: clone });
  const desk = await bankDesk(world);
  await proveMore(desk.hedy, world.clock.now());
  const payments = Array.from({ length: 11_000 }, () => ({
    ...({ amount: francs('1.25'), bookedOn: '2026-03-31', payer: 'A payer' } as const),
  }));
  const statement = camt({ payments });
  expect(statement.length).toBeGreaterThan(4 * 1024 ** 2);

  const disk = onDiskOf('14m', folder, { ballastMegabytes: 10 });
  const { child } = start({ ...environment, ATRIO_ROLE: 'web' }, ['src/main.ts'], disk);
  const origin = `http://localhost:${environment['PORT']}`;
  await expect.poll(() => isHealthy(environment['PORT']), { timeout: patience }).toBe(true);
  /** As the process sees it. */
  const seen = `/proc/${child.pid}/root${folder}`;
  const kept = async () => (await readdir(`${seen}/files`, { recursive: true })).length;

  const refused = await handIn(desk.hedy, origin, statement);
  expect(refused).toMatchObject({ status: 503, said: { code: 'http.no-room' } });
  expect(await kept()).toBe(0);
  expect(await world.query('select from billing.bank_file')).toEqual([]);
  expect(await isHealthy(environment['PORT'])).toBe(true);

  await rm(`${seen}/ballast`);
  expect(await handIn(desk.hedy, origin, statement)).toMatchObject({ status: 200 });
  expect(await kept()).toBeGreaterThan(0);
  expect(await world.query('select from billing.bank_file')).toHaveLength(1);
});
