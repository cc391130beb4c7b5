import { expect, test } from 'vitest';
import { arrive, ada, grace, hire, linus, password, type Person } from '#test/people.ts';
import { given, linkIn, type World } from '#test/world.ts';
import { listOrganizationActivity } from '#modules/activity/log/activity.contract.ts';
import { stepUp } from '#modules/identity/sign-in/sign-in.contract.ts';
import type { OrganizationId } from '#kernel/ids.ts';
import { newId } from '#kernel/new-id.ts';
import { createOrganization, currencyInUse } from '../index.ts';
import { listMyOrganizations } from '../switcher/switcher.contract.ts';
import {
  readCurrencyChange,
  readOrganization,
  updateOrganization,
} from './organization.contract.ts';

const edit = (who: Person, organizationId: OrganizationId, body: object) =>
  who.browser.call(updateOrganization, { params: { organizationId }, body });

const acmeOf = (world: World, { userId, name }: Person) =>
  world.within((tx) =>
    createOrganization(
      tx,
      { kind: 'company', name: 'Acme', country: 'CH', language: 'en', by: { userId, name } },
      world.clock.now(),
    ),
  );

test('[R22] [R23] account opening makes an organization in the person’s name', async () => {
  const world = await given();
  const { browser, ownId } = await arrive(world, linus);

  expect(await browser.call(listMyOrganizations)).toMatchObject({
    current: ownId,
    rows: [
      { name: 'Linus Pauling', kind: 'person', role: 'legal_representative', currency: 'EUR' },
    ],
  });
  const activity = await browser.call(listOrganizationActivity, {
    params: { organizationId: ownId },
  });
  expect(activity.rows).toMatchObject([
    { action: 'organizations.organization-created', actor: { name: 'Linus Pauling', you: true } },
  ]);
});

test('[R23] organizations created at once get customer numbers of their own', async () => {
  const world = await given();
  const { userId, name } = await arrive(world);
  const by = { userId, name };
  const created = await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      world.within((tx) =>
        createOrganization(
          tx,
          { kind: 'company', name: `Acme ${n}`, country: 'CH', language: 'en', by },
          world.clock.now(),
        ),
      ),
    ),
  );
  const numbers = created.map(({ customerNumber }) => customerNumber);
  expect(new Set(numbers).size).toBe(12);
  for (const number of numbers) expect(number).toMatch(/^\d{6}$/);
});

test('[D1] [N2] a legal representative changes the identity data; it is logged and mailed', async () => {
  const world = await given();
  const person = await arrive(world);
  const { organizationId } = await acmeOf(world, person);
  const address = { street: 'Aeschenplatz', number: '6', postcode: '4052', town: 'Basel' };
  const change = { name: 'Acme AG', address, vatNumber: 'CHE-116.281.710 MWST' };

  expect(await edit(person, organizationId, change)).toMatchObject({
    name: 'Acme AG',
    address,
    vatNumber: 'CHE116281710',
    vatCheck: 'unknown',
    currency: 'CHF',
  });
  const { rows } = await person.browser.call(listOrganizationActivity, {
    params: { organizationId },
  });
  expect(rows.slice(0, 3)).toMatchObject([
    { action: 'organizations.vat-number-changed', facts: { before: '–', after: 'CHE116281710' } },
    { action: 'organizations.address-changed', facts: {} },
    { action: 'organizations.name-changed', facts: { before: 'Acme', after: 'Acme AG' } },
  ]);
  const [mail] = await world.mails(ada.address);
  expect(mail?.subject).toBe('The data of Acme changed');
  expect(mail?.body.text).toMatch(/Name:? +Acme AG/);
  expect(mail?.body.text).toContain('Aeschenplatz 6, 4052 Basel');
  expect(linkIn(mail).pathname).toBe(`/o/${organizationId}/organization`);
});

test('a change that changes nothing says nothing', async () => {
  const world = await given();
  const person = await arrive(world);
  await edit(person, person.ownId, { name: 'Ada Lovelace' });
  const mails = await world.mails(ada.address);
  expect(mails.map(({ letter }) => letter)).not.toContain('organizations.identity-changed');
});

test('[D24] the currency follows the country', async () => {
  const world = await given();
  const person = await arrive(world);
  currencyInUse.connect(async () => false);
  expect(await edit(person, person.ownId, { country: 'LI' })).toMatchObject({ currency: 'CHF' });
  expect(await edit(person, person.ownId, { country: 'FR' })).toMatchObject({ currency: 'EUR' });
});

test('[D24] a change of currency is refused while the present one is in use', async () => {
  const world = await given();
  const person = await arrive(world);
  currencyInUse.connect(async (_tx, { currency }) => currency === 'CHF');

  await expect(edit(person, person.ownId, { country: 'FR' })).rejects.toMatchObject({
    status: 409,
    code: 'organizations.currency-in-use',
    facts: { currency: 'CHF', wanted: 'EUR' },
  });
  const params = { organizationId: person.ownId };
  expect(await person.browser.call(readOrganization, { params })).toMatchObject({ country: 'CH' });
});

test('[D24] what a new country means for prices is told before it is saved', async () => {
  const world = await given();
  const person = await arrive(world);
  const params = { organizationId: person.ownId };
  const change = (country: string) =>
    person.browser.call(readCurrencyChange, { params, query: { country } });
  currencyInUse.connect(async () => false);
  expect(await change('FR')).toEqual({ currency: 'CHF', wanted: 'EUR', isBlocked: false });
  currencyInUse.connect(async () => true);
  expect(await change('FR')).toEqual({ currency: 'CHF', wanted: 'EUR', isBlocked: true });
  expect(await change('LI')).toEqual({ currency: 'CHF', wanted: 'CHF', isBlocked: false });
  expect(await person.browser.call(readOrganization, { params })).toMatchObject({ country: 'CH' });
});

test('a VAT number of another country is refused', async () => {
  const world = await given();
  const person = await arrive(world);
  await expect(edit(person, person.ownId, { vatNumber: 'DE123456789' })).rejects.toMatchObject({
    code: 'organizations.wrong-vat-number',
    facts: { country: 'CH' },
  });
});

test.for([
  { customerNumber: '1' },
  { onAccount: true },
  { vatCheck: 'valid' },
  { currency: 'EUR' },
  { country: 'XX' },
  { name: '' },
])('[WB-05] %j cannot be set', async (body) => {
  const world = await given();
  const person = await arrive(world);
  await expect(edit(person, person.ownId, body)).rejects.toMatchObject({ status: 422 });
});

test('identity data needs a fresh proof of who asks', async () => {
  const world = await given();
  const person = await arrive(world);
  world.clock.moveTo(new Date(world.clock.now().getTime() + 30 * 60_000));
  const change = { name: 'Ada King' };
  await expect(edit(person, person.ownId, change)).rejects.toMatchObject({ kind: 'step-up' });
  await person.browser.call(stepUp, { body: { password } });
  expect(await edit(person, person.ownId, change)).toMatchObject({ name: 'Ada King' });
});

test('[WB-08] a stranger is told what is told of an organization that does not exist', async () => {
  const world = await given();
  const owner = await arrive(world);
  const stranger = await arrive(world, grace);
  const answers = await Promise.all(
    [owner.ownId, newId('org', world.clock.now())].map(async (organizationId) => {
      const response = await stranger.browser.send(readOrganization, {
        params: { organizationId },
      });
      const { requestId: _, ...problem } = response.json();
      return problem;
    }),
  );
  expect(answers[0]).toMatchObject({ status: 404, code: 'organizations.no-such-organization' });
  expect(answers[0]).toEqual(answers[1]);
});

test('[WB-08] staff are nobody’s members: their session opens no organization', async () => {
  const world = await given();
  const { ownId } = await arrive(world);
  const { browser } = await hire(world);
  await expect(
    browser.call(readOrganization, { params: { organizationId: ownId } }),
  ).rejects.toMatchObject({ status: 401 });
});
