import { describe, expect, test } from 'vitest';
import { customer, type Customer } from '#test/customer.ts';
import { hire, linus } from '#test/people.ts';
import { listProducts, readProduct } from '../products/product.contract.ts';
import { listFailedProducts, makeProductAgain } from './provisioning.contract.ts';
import { provisioningJobs } from './provisioning.jobs.ts';
import type { Provisioner, ProvisioningRequest } from './provisioning.rules.ts';
import { sandboxProvisioner } from './sandbox-provisioner.ts';

const hosting = { product: 'web-hosting', offer: 'standard', period: 'month', quantity: 3 };
const domain = (name: string) => ({
  product: 'domain',
  offer: 'ch',
  period: 'year',
  quantity: 1,
  configuration: { name },
});

/** A product that was ordered on account and waits to be made. */
async function ordered(shop: Customer, item: object = hosting) {
  await shop.onAccount().catch(() => undefined); // it was granted before
  const { items } = await shop.order(item);
  return { organizationId: shop.organizationId, subscriptionId: items[0]!.subscriptionId! };
}

/** Runs the job of one product as a worker would, with another provisioner. */
async function run(shop: Customer, provisioner: Provisioner, data: object): Promise<void> {
  const [handler] = provisioningJobs(provisioner);
  const call = { data, now: shop.clock.now(), within: shop.within };
  await handler?.run(call as never);
}

/** A system that remembers what it was asked, and fails while it is told to. */
function fake() {
  const asked: ProvisioningRequest[] = [];
  const system = {
    asked,
    failing: false,
    make: (request: ProvisioningRequest) => {
      asked.push(request);
      if (system.failing) return Promise.reject(new Error('the registry is asleep'));
      return Promise.resolve({ server: 'web7.example' });
    },
  };
  return system;
}

test('[N10] the sandbox makes a started product, which shows dates and place', async () => {
  const shop = await customer();
  const { subscriptionId } = await ordered(shop, domain('acme.ch'));
  expect(await shop.product(subscriptionId)).toMatchObject({ state: 'provisioning' });
  await shop.runJobs();
  expect(await shop.product(subscriptionId)).toMatchObject({
    state: 'active',
    label: 'acme.ch',
    startedOn: '2026-03-31',
    paidUntil: '2027-03-31',
    provisioning: {
      state: 'done',
      finishedAt: '2026-03-31T12:00:00.000Z',
      result: { name: 'acme.ch', nameservers: 'ns1.sandbox.example, ns2.sandbox.example' },
    },
  });
  const mail = (await shop.mails('ada@example.com')).find(({ subject }) =>
    subject.includes('acme.ch'),
  );
  expect(mail?.subject).toBe('Domain name acme.ch is ready');
  expect(mail?.body.text).toContain('ns1.sandbox.example');
  expect(mail?.body.text).toContain('31 March 2027');
});

test('[N10] Spanish readers are told in Spanish', async () => {
  const shop = await customer({ who: linus });
  await ordered(shop);
  const subjects = (await shop.mails(linus.address)).map(({ subject }) => subject);
  expect(subjects).toContain('Alojamiento web: listo');
});

test('[N10] the sandbox has an answer of its own for each kind of product', async () => {
  const request = {
    organizationId: `org_${'0'.repeat(32)}`,
    subscriptionId: `sub_${'a'.repeat(32)}`,
    product: 'web-hosting',
    offer: 'standard',
    quantity: 35,
    configuration: {},
  } as const;
  const kinds = ['domain', 'web-hosting', 'mail-service', 'suite', 'nas', 'backup', 'other'];
  const answers = await Promise.all(
    kinds.map((kind) => sandboxProvisioner.make({ ...request, kind })),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(kinds.length);
  expect(answers[1]).toMatchObject({ sites: '35' });
  expect(await sandboxProvisioner.make({ ...request, kind: 'nas' })).toEqual(answers[4]);
});

describe('[N10] a system that fails', () => {
  test('is asked again with the same id, and once more after a person looked', async () => {
    const shop = await customer();
    const ref = await ordered(shop);
    const system = fake();
    system.failing = true;
    for (let tried = 1; tried < 5; tried++) {
      await expect(run(shop, system, ref)).rejects.toThrow('the registry is asleep');
      expect(await shop.product(ref.subscriptionId)).toMatchObject({ state: 'provisioning' });
    }
    await run(shop, system, ref); // the fifth and last: staff see it
    expect(await shop.product(ref.subscriptionId)).toMatchObject({
      state: 'failed',
      provisioning: { state: 'failed', result: {} },
    });
    await run(shop, system, ref); // a job that comes late changes nothing
    expect(system.asked.map(({ subscriptionId }) => subscriptionId)).toEqual(
      Array.from({ length: 5 }, () => ref.subscriptionId),
    );

    const { browser: sam } = await hire(shop);
    expect((await sam.call(listFailedProducts)).rows).toMatchObject([
      {
        organizationName: 'Ada Lovelace',
        product: 'web-hosting',
        tries: 5,
        problem: 'the registry is asleep',
      },
    ]);
    await sam.call(makeProductAgain, { params: ref });
    await expect(sam.call(makeProductAgain, { params: ref })).rejects.toMatchObject({
      code: 'subscriptions.nothing-failed',
    });
    expect((await sam.call(listFailedProducts)).rows).toEqual([]);
    await shop.runJobs(); // the sandbox of the worker
    expect(await shop.product(ref.subscriptionId)).toMatchObject({ state: 'active' });
  });

  test('is believed once: a second answer changes nothing', async () => {
    const shop = await customer();
    const ref = await ordered(shop);
    const system = fake();
    await run(shop, system, ref);
    await run(shop, system, ref);
    expect(system.asked).toHaveLength(1);
    await shop.runJobs();
    expect(await shop.product(ref.subscriptionId)).toMatchObject({
      provisioning: { result: { server: 'web7.example' } },
    });
    const about = (await shop.mails('ada@example.com')).filter(({ subject }) =>
      subject.includes('is ready'),
    );
    expect(about).toHaveLength(1);
  });

  test('is not asked for what nobody ordered', async () => {
    const shop = await customer();
    const { organizationId } = shop;
    const system = fake();
    await run(shop, system, { organizationId, subscriptionId: `sub_${'0'.repeat(32)}` });
    expect(system.asked).toEqual([]);
    const { browser: sam } = await hire(shop);
    const params = { organizationId, subscriptionId: `sub_${'0'.repeat(32)}` } as const;
    await expect(sam.call(makeProductAgain, { params })).rejects.toMatchObject({
      code: 'subscriptions.product-not-found',
    });
  });
});

test('products are listed by renewal, found by text, page by page', async () => {
  const shop = await customer();
  const { ada, organizationId } = shop;
  const params = { organizationId };
  await ordered(shop, domain('acme.ch'));
  await ordered(shop, { ...hosting, configuration: { label: '100%_Shop' } });
  await ordered(shop, { ...hosting, period: 'year' });
  const all = await ada.call(listProducts, { params });
  expect(all.rows.map(({ label, paidUntil }) => [label, paidUntil])).toEqual([
    ['100%_Shop', '2026-04-30'],
    ['acme.ch', '2027-03-31'],
    ['', '2027-03-31'],
  ]);
  const labels = async (query: object) =>
    (await ada.call(listProducts, { params, query })).rows.map(({ label }) => label);
  expect(await labels({ text: 'ACME' })).toEqual(['acme.ch']);
  expect(await labels({ text: '%_s' })).toEqual(['100%_Shop']);
  expect(await labels({ text: 'x%' })).toEqual([]);
  expect(await labels({ text: 'hosting' })).toEqual(['100%_Shop', '']);
  expect(await labels({ state: 'active' })).toEqual([]);
  await shop.runJobs();
  expect(await labels({ state: 'active' })).toHaveLength(3);

  const first = await ada.call(listProducts, { params, query: { limit: 2 } });
  const rest = await ada.call(listProducts, { params, query: { limit: 2, cursor: first.next! } });
  expect(first.rows.concat(rest.rows)).toEqual((await ada.call(listProducts, { params })).rows);
  expect(rest.next).toBeNull();
  const cursor = btoa('["never","mind"]');
  expect(await labels({ cursor })).toHaveLength(3);
  await expect(
    ada.call(readProduct, { params: { ...params, subscriptionId: `sub_${'0'.repeat(32)}` } }),
  ).rejects.toMatchObject({ code: 'subscriptions.product-not-found' });
});
