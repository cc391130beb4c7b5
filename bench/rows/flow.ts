// The whole way of a customer, without hashing: account, organization, address, order, money by a
// bank statement, numbered invoice, product, ledger.
import { hashPassword, openAccount } from '#modules/identity/index.ts';
import { signIn } from '#modules/identity/sign-in/sign-in.contract.ts';
import { addAddress } from '#modules/billing/addresses/address.contract.ts';
import { importBankFile, workBankFile, writeSandboxStatement } from '#modules/billing/index.ts';
import { listInvoices } from '#modules/billing/invoices/invoice.contract.ts';
import { readProForma } from '#modules/billing/pro-formas/pro-forma.contract.ts';
import { createOrganization } from '#modules/organizations/organization/organization.contract.ts';
import { placeOrder } from '#modules/subscriptions/orders/order.contract.ts';
import { ada, password } from '#test/people.ts';
import { loadFigures } from '../../src/demo/open-provider.ts';
import { cpuOf, sumOf, totalOf, type Cpu } from '../measure/cpu.ts';
import { actor, address } from '../place/buyer.ts';
import { inPlace, type Place } from '../place/place.ts';
import { milliseconds, type Bench } from '../row.ts';

const warmUp = 20;
const counted = 50;
const allowed = 80;

/** One customer's way; gives what each counted step cost. Signing in hashes, so it is not counted. */
async function walk(place: Place, passwordHash: string, index: number): Promise<Cpu> {
  const { clock, within, app } = place;
  const steps: Cpu[] = [];
  const step = async <T>(work: () => Promise<T>): Promise<T> => {
    let got: T | undefined;
    steps.push(await cpuOf(app.database.pool, async () => (got = await work())));
    return got as T;
  };
  clock.moveTo(new Date(clock.now().getTime() + 60_000));
  const now = clock.now();
  const mail = `walker${index}@example.com`;
  await step(() => within((tx) => openAccount(tx, { ...ada, address: mail, passwordHash }, now)));

  const browser = place.browser();
  await browser.call(signIn, { body: { address: mail, password } });
  const { organizationId } = await step(() =>
    browser.call(createOrganization, {
      body: { name: 'Analytical Engines AG', kind: 'company', country: 'CH' },
    }),
  );
  const params = { organizationId };
  const items = [
    { product: 'web-hosting', offer: 'standard', period: 'month' as const, quantity: 1 },
  ];
  const { proFormaId } = await step(async () => {
    await browser.call(addAddress, { params, body: { ...address, makeDefault: true } });
    return browser.call(placeOrder, { params, body: { items }, key: 'one' });
  });

  if (proFormaId === null) throw new Error('the order asked for no money');
  const { reference } = await browser.call(readProForma, { params: { ...params, proFormaId } });
  const wish = { reference, way: 'exact' } as const;
  const text = await within((tx) => writeSandboxStatement(tx, [wish], now));
  await step(async () => {
    const { file } = await importBankFile(
      within,
      { name: 'one.xml', bytes: bytesOf(text) },
      actor,
      now,
    );
    await workBankFile(within, file.bankFileId, now);
  });
  const { rows } = await browser.call(listInvoices, { params });
  if (rows[0]?.state !== 'paid') throw new Error('the way did not end at a paid invoice');
  return sumOf(steps);
}

async function* bytesOf(text: string): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(text);
}

async function measured(place: Place) {
  await place.within((tx) => loadFigures(tx, place.clock.now()));
  const passwordHash = await hashPassword(password);
  const ways: Cpu[] = [];
  for (let index = 0; index < warmUp + counted; index++) {
    const way = await walk(place, passwordHash, index);
    if (index >= warmUp) ways.push(way);
  }
  const all = sumOf(ways);
  const one = totalOf(all) / counted;
  return [
    {
      what: 'from customer to ledger, CPU of program and database without hashing',
      ratio: one / allowed,
      of: `the allowed ${allowed} ms`,
      bound: { most: 1 },
      figures: `${milliseconds(one)}, of the database ${milliseconds(all.database / counted)}`,
    },
  ];
}

export const bench: Bench = { measure: () => inPlace(measured, { ATRIO_DEMO: 'on' }) };
