import { expect, test } from 'vitest';
import { addPasskey, enterWithPasskey, wait } from '#test/factors.ts';
import { ada, arrive, grace, password } from '#test/people.ts';
import { proveWithPasskey } from '#test/proof.ts';
import { given } from '#test/world.ts';
import { beginPasskey, listFactors, removeFactor } from '../../factor.contract.ts';
import { takePasskeyOffer } from './offer.contract.ts';

test('[MF-11] a passkey is offered once, however often it is asked for at the same time', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const asked = await Promise.all([1, 2, 3].map(() => browser.copy().call(takePasskeyOffer)));
  expect(asked.filter(({ isOffered }) => isOffered)).toHaveLength(1);
  expect(await browser.call(takePasskeyOffer)).toEqual({ isOffered: false });
  const { browser: other } = await arrive(world, grace);
  expect(await other.call(takePasskeyOffer)).toEqual({ isOffered: true });
});

test('[MF-11] who has a passkey is offered none; after its removal they may be', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const passkey = await addPasskey(world, browser);
  const { factorId } = passkey;
  expect(await browser.call(takePasskeyOffer)).toEqual({ isOffered: false });
  wait(world, 24 * 3600);
  await enterWithPasskey(browser, passkey);
  await proveWithPasskey(browser, removeFactor, factorId, passkey);
  await browser.call(removeFactor, { params: { factorId }, body: { password } });
  expect(await browser.call(takePasskeyOffer)).toEqual({ isOffered: true });
});

test('[MF-12] the list says which passkeys still count, so that password managers forget the rest', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  expect((await browser.call(listFactors)).passkeys).toBeNull();
  const gone = await addPasskey(world, browser);
  const kept = await addPasskey(world, browser);
  const { passkeys: both } = await browser.call(listFactors);
  expect(both).toMatchObject({ rpId: 'localhost', name: ada.address, displayName: 'Ada Lovelace' });
  expect(both?.credentialIds.toSorted()).toEqual([gone.id, kept.id].toSorted());

  wait(world, 24 * 3600);
  await enterWithPasskey(browser, kept);
  const { factorId } = gone;
  await proveWithPasskey(browser, removeFactor, factorId, kept);
  await browser.call(removeFactor, { params: { factorId }, body: { password } });
  const { passkeys: one } = await browser.call(listFactors);
  expect(one).toEqual({ ...both, credentialIds: [kept.id] });
  await proveWithPasskey(browser, removeFactor, kept.factorId, kept);
  await browser.call(removeFactor, { params: { factorId: kept.factorId }, body: { password } });
  const { passkeys: none } = await browser.call(listFactors);
  expect(none).toEqual({ ...both, credentialIds: [] });
});

test('[MF-12] nobody is told to forget a passkey that is only just being added', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await addPasskey(world, browser);
  await browser.call(beginPasskey, { body: { label: 'Key', use: 'passkey' } });
  expect((await browser.call(listFactors)).passkeys).toBeNull();
  wait(world, 600);
  expect((await browser.call(listFactors)).passkeys?.credentialIds).toHaveLength(1);
});

test('[MF-11] browsers are hinted at what was chosen: this device, or a key', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  for (const [use, hints] of [
    ['passkey', ['client-device', 'hybrid']],
    ['security-key', ['security-key']],
  ] as const) {
    const { options } = await browser.call(beginPasskey, { body: { label: 'Key', use } });
    expect(options).toMatchObject({ hints });
  }
});
