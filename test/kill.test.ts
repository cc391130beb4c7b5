// A process that is killed in the middle of its work, as by a failing machine: after a restart the
// work is either done or not, nothing is done twice, and the books hold.
import { afterAll, expect, test, vi } from 'vitest';
import { system } from '#kernel/actor.ts';
import { toUuid, type OrganizationId } from '#kernel/ids.ts';
import { addAddress } from '#modules/billing/index.ts';
import { grantOnAccount } from '#modules/organizations/index.ts';
import { csrfOf } from '#platform/http/origin.ts';
import { cookieSpelling } from '#platform/http/http-side.ts';
import { bankDesk, camt, francs } from './bank-desk.ts';
import type { Client } from './client.ts';
import { cloneTemplate } from './database.ts';
import { arrive } from './people.ts';
import { environmentOn, isHealthy, patience, start, type Started } from './process.ts';
import { openShop } from './shop.ts';
import { given, testKeysText, type World } from './world.ts';

vi.setConfig({ testTimeout: 3 * patience });
afterAll(() => vi.resetConfig());

/** A world, and the environment of processes that live in it. */
async function worldOfProcesses(): Promise<{ world: World; environment: Environment }> {
  const clone = await cloneTemplate();
  const environment = await environmentOn(clone, testKeysText);
  const settings = { ATRIO_DATA: environment['ATRIO_DATA'] ?? '' };
  return { world: await given({ at: new Date(), on: clone, settings }), environment };
}

type Environment = Record<string, string>;

async function startReady(environment: Environment): Promise<Started> {
  const started = start(environment);
  await expect.poll(() => isHealthy(environment['PORT']), { timeout: patience }).toBe(true);
  return started;
}

/** What `npm run audit` says of it all, as a process of its own. */
async function auditIsClean(environment: Environment): Promise<void> {
  const audit = start(environment, ['tools/audit.ts']);
  expect([await audit.ended, audit.said()]).toEqual([
    0,
    expect.stringContaining('All of it holds.'),
  ]);
}

async function killed({ child, ended }: Started): Promise<void> {
  child.kill('SIGKILL');
  await ended;
}

test('[B5] [D22] killed while a bank file is worked off: it is finished, and booked once', async () => {
  const { world, environment } = await worldOfProcesses();
  const desk = await bankDesk(world);
  const lines = 6000;
  const payments = Array.from({ length: lines }, (_, index) => ({
    ...({ amount: francs('1.25'), bookedOn: '2026-03-31', payer: `Payer ${index % 7}` } as const),
  }));
  const statement = camt({ payments });
  const { bankFileId } = (await desk.receive(statement)).file;
  const progress = async () => {
    const [row] = await world.query<{ state: string; done: number; suspense: number }>(
      'select state, entries_done as done, suspense from billing.bank_file where id = $1',
      [toUuid(bankFileId)],
    );
    return row ?? { state: 'gone', done: 0, suspense: 0 };
  };
  const workedTo = async (count: number): Promise<void> => {
    await expect
      .poll(async () => (await progress()).done, { timeout: patience, interval: 10 })
      .toBeGreaterThan(count);
  };

  const first = start(environment);
  await workedTo(0);
  await killed(first);
  const { done } = await progress();
  expect(done).toBeLessThan(lines);
  await world.audit();

  // handed in again it goes on at once, where it stopped
  const second = start(environment);
  await desk.receive(statement);
  await workedTo(done);
  await killed(second);
  expect((await progress()).done).toBeLessThan(lines);

  // and left alone it goes on as well
  const third = await startReady(environment);
  await expect
    .poll(async () => (await progress()).state, { timeout: patience, interval: 200 })
    .toBe('done');
  expect(await progress()).toEqual({ state: 'done', done: lines, suspense: lines });
  const booked = 'select count(*)::int as lines, sum(minor)::int as sum from billing.bank_line';
  expect(await world.query(booked)).toEqual([{ lines, sum: 125 * lines }]);
  third.child.kill('SIGTERM');
  expect(await third.ended).toBe(0);
  await auditIsClean(environment);
});

/** An order on account as a browser sends it, to a real process; its status, or that none came. */
async function order(
  browser: Client,
  environment: Environment,
  { organizationId, key }: { organizationId: OrganizationId; key: string },
): Promise<number | 'no answer'> {
  const origin = `http://localhost:${environment['PORT']}`;
  const session = browser.cookie('sid') ?? '';
  const items = [
    { product: 'web-hosting', offer: 'standard', period: 'month', quantity: 2 },
    { product: 'web-hosting', offer: 'standard', period: 'year', quantity: 1 },
  ];
  const answer = await fetch(`${origin}/api/v1/organizations/${organizationId}/orders`, {
    method: 'POST',
    headers: {
      ...{ origin, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
      cookie: `${cookieSpelling('sid', { insecure: false })}=${session}`,
      'x-atrio-csrf': csrfOf(session),
      'idempotency-key': key,
    },
    body: JSON.stringify({ items }),
  }).catch(() => undefined);
  return answer?.status ?? 'no answer';
}

test('[B5] [D35] killed while orders are placed: each is there whole or not at all', async () => {
  const { world, environment } = await worldOfProcesses();
  await openShop(world);
  const { browser, ownId: organizationId } = await arrive(world);
  const actor = system('story');
  const now = world.clock.now();
  const staff = { kind: 'staff', staffId: `stf_${'0'.repeat(32)}`, name: 'Sam' } as const;
  await world.within(async (tx) => {
    const address = {
      ...{ name: 'Ada Lovelace', street: 'Limmatquai', number: '3', postcode: '8001' },
      ...{ town: 'Zürich', country: 'CH' },
    };
    await addAddress(tx, { organizationId, address, makeDefault: true }, actor, now);
    await grantOnAccount(tx, { organizationId, reason: 'a story', actor: staff }, now);
  });
  const keys = Array.from({ length: 60 }, (_, index) => `order-${index}`);
  const send = (key: string) => order(browser, environment, { organizationId, key });

  const first = await startReady({ ...environment, ATRIO_ROLE: 'web' });
  let acknowledged = 0;
  const answers = keys.map(async (key) => {
    const status = await send(key);
    if (status === 200 && ++acknowledged === 5) first.child.kill('SIGKILL');
    return status;
  });
  const before = await Promise.all(answers);
  await first.ended;
  expect(new Set(before)).toEqual(new Set([200, 'no answer']));
  const placed = async () => {
    const [row] = await world.query<{ orders: number; items: number; invoices: number }>(`select
      (select count(*)::int from subscriptions."order" where state = 'started') as orders,
      (select count(*)::int from subscriptions.subscription) as items,
      (select count(*)::int from billing.invoice) as invoices`);
    return row ?? { orders: 0, items: 0, invoices: 0 };
  };
  const { orders, items, invoices } = await placed();
  expect({ items, invoices }).toEqual({ items: 2 * orders, invoices: orders });
  expect(orders).toBeGreaterThanOrEqual(before.filter((status) => status === 200).length);
  expect(orders).toBeLessThan(keys.length);

  // whoever got no answer sends the same again: what was done is not done twice
  const second = await startReady({ ...environment, ATRIO_ROLE: 'web' });
  expect(new Set(await Promise.all(keys.map(send)))).toEqual(new Set([200]));
  const all = keys.length;
  expect(await placed()).toEqual({ orders: all, items: 2 * all, invoices: all });
  second.child.kill('SIGTERM');
  expect(await second.ended).toBe(0);
  await auditIsClean(environment);
});
