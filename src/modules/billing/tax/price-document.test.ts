import { expect, test } from 'vitest';
import type { Day } from '#kernel/calendar.ts';
import { money, type SaleCurrency } from '#kernel/money.ts';
import { cashier, lineOf } from '#test/cashier.ts';
import {
  addressOf,
  issueInvoice,
  loadSeller,
  loadVatRates,
  priceDocument,
  sellerOf,
  taxFor,
} from '../index.ts';
import { newId } from '#kernel/new-id.ts';
import { lockOrganization } from '#modules/organizations/index.ts';
import { sellerFigures } from '../../../demo/figures.ts';

const swiss = { kind: 'person', country: 'CH', currency: 'CHF', vatCheck: undefined } as const;
const german = { ...swiss, country: 'DE', currency: 'EUR' } as const;
const hundred = (currency: SaleCurrency) => [lineOf(money(10_000n, currency))];

test('[D24] the rate is that of the country, category and day of supply', async () => {
  const { world } = await cashier();
  const taxOf = async (
    organization: typeof swiss | typeof german,
    on: Day,
    lines = hundred('CHF'),
  ) => {
    const tax = await world.within((tx) => taxFor(tx, organization, on));
    const { vatRows } = priceDocument(lines, tax);
    return vatRows.map(({ code, basisPoints, vat }) => [code, basisPoints, vat.minor]);
  };
  expect(await taxOf(swiss, '2023-12-31')).toEqual([['S', 770, 770n]]);
  expect(await taxOf(swiss, '2024-01-01')).toEqual([['S', 810, 810n]]);
  const reduced = [lineOf(money(10_000n, 'CHF'), { vatCategory: 'reduced' })];
  expect(await taxOf(swiss, '2026-03-31', reduced)).toEqual([['S', 260, 260n]]);
  expect(await taxOf(german, '2026-03-31', hundred('EUR'))).toEqual([['S', 1900, 1900n]]);
  const business = { ...german, kind: 'company', vatCheck: 'valid' } as never;
  expect(await taxOf(business, '2026-03-31', hundred('EUR'))).toEqual([['AE', 0, 0n]]);
  const american = { ...german, country: 'US' } as never;
  expect(await taxOf(american, '2026-03-31', hundred('EUR'))).toEqual([['O', 0, 0n]]);
});

test('[D24] without a rate nothing is sold, rather than at a wrong one', async () => {
  const { world } = await cashier();
  const tax = world.within((tx) => taxFor(tx, german, '1999-01-01'));
  await expect(tax.then((found) => priceDocument(hundred('EUR'), found))).rejects.toMatchObject({
    code: 'billing.no-vat-rate',
    facts: { country: 'DE', category: 'standard', on: '1999-01-01' },
  });
});

test('[D24] two rates that hold on one day are refused', async () => {
  const { world } = await cashier();
  const again = [
    { country: 'CH', category: 'standard', validFrom: '2026-01-01', basisPoints: 900 },
  ] as const;
  await expect(world.within((tx) => loadVatRates(tx, [...again]))).rejects.toThrow(
    /two tax rates hold at once: CH standard/,
  );
});

test('[B8] the preview and the invoice of the same lines are the same', async () => {
  const { world, ownId } = await cashier();
  const lines = [lineOf(money(105n, 'CHF')), lineOf(money(1n, 'CHF')), lineOf(money(-3n, 'CHF'))];
  const actor = { kind: 'system', job: 'story' } as const;
  const [preview, invoice] = await world.within(async (tx) => {
    const organization = await lockOrganization(tx, ownId);
    const subject = { kind: 'order', id: 'one' };
    const address = await addressOf(tx, organization);
    const tax = await taxFor(tx, organization, '2026-03-31');
    const seller = await sellerOf(tx);
    const invoiceId = newId('inv', world.clock.now());
    const wish = { invoiceId, organization, subject, seller, address, tax, lines };
    return [
      priceDocument(lines, await taxFor(tx, organization, '2026-03-31')),
      await issueInvoice(tx, wish, actor, world.clock.now()),
    ] as const;
  });
  expect(invoice.priced).toEqual(preview);
});

test('a seller who moves is a new version; the same figures are not', async () => {
  const { world } = await cashier();
  const now = world.clock.now();
  const same = await world.within((tx) => loadSeller(tx, sellerFigures, now));
  expect(same.version).toBe(1);
  const moved = { ...sellerFigures, street: 'Quai du Mont-Blanc' };
  expect(await world.within((tx) => loadSeller(tx, moved, now))).toMatchObject({ version: 2 });
  const [first, latest] = await world.within(
    async (tx) => [await sellerOf(tx, 1), await sellerOf(tx)] as const,
  );
  expect([first.street, latest.street]).toEqual(['Rue du Rhône', 'Quai du Mont-Blanc']);
});

test('[D23] a QR-IBAN under the wrong name is refused', async () => {
  const { world } = await cashier();
  const wrong = { currency: 'CHF', iban: 'CH44 3199 9123 0008 8901 2' } as const;
  const attempt = world.within((tx) =>
    loadSeller(tx, { ...sellerFigures, accounts: [wrong] }, world.clock.now()),
  );
  await expect(attempt).rejects.toThrow(/QR-IBAN belongs under qrIban/);
});
