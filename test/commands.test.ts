// The commands of an operator, each a process of its own, on a database that is in use.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { sellerFigures } from '../src/demo/figures.ts';
import { bankDesk, camt, francs } from './bank-desk.ts';
import { cashier, lineOf } from './cashier.ts';
import { cloneTemplate } from './database.ts';
import { environmentOn, patience, start } from './process.ts';
import { testKeysText } from './world.ts';
import { money } from '#kernel/money.ts';
import { readInvoice } from '#modules/billing/invoices/invoice.contract.ts';

vi.setConfig({ testTimeout: 2 * patience });
afterAll(() => vi.resetConfig());

type Environment = Record<string, string>;

/** A shop with a bank account, whose database commands work on. */
async function operated() {
  const clone = await cloneTemplate();
  const environment = await environmentOn(clone, testKeysText);
  const settings = { ATRIO_DATA: environment['ATRIO_DATA'] ?? '' };
  const shop = await cashier({ on: clone, settings });
  return { ...shop, environment };
}

async function run(environment: Environment, ...command: string[]) {
  const started = start(environment, command);
  return { code: await started.ended, said: started.said() };
}

describe('npm run doctor', () => {
  test('says line by line that everything is well', async () => {
    const { environment } = await operated();
    const { code, said } = await run(environment, 'tools/doctor.ts');
    for (const part of ['settings', 'storage', 'keys', 'database', 'clock', 'sealed secrets']) {
      expect(said).toContain(`ok       ${part}: `);
    }
    expect(said).toContain('ok       mail: no server is set');
    expect(said).toContain('ok       texts: no gateway is set');
    expect([code, said]).toEqual([0, expect.stringContaining('Everything is well.')]);
  });

  test('[CR-03] names what is wrong and what to do, and goes on with the rest', async () => {
    const { environment } = await operated();
    const { code, said } = await run(
      {
        ...environment,
        ATRIO_KEYS: `k1:${randomBytes(32).toString('base64')}`,
        ATRIO_SMTP_URL: 'smtp://127.0.0.1:1',
        ATRIO_SMS_URL: 'http://127.0.0.1:1/texts',
        ATRIO_SMS_SECRET: 'a secret of at least 32 characters',
      },
      'tools/doctor.ts',
    );
    expect(code).toBe(1);
    expect(said).toMatch(/PROBLEM {2}sealed secrets: .*key/);
    expect(said).toMatch(/PROBLEM {2}mail: /);
    expect(said).toContain('ok       database: PostgreSQL ');
    expect(said).toContain('PROBLEM  texts: 127.0.0.1:1: nobody answers there.');
    expect(said).not.toContain('a secret of at least');
    expect(said).toContain('3 to mend.');
    expect(said).not.toContain('    at ');
  });

  test('looks whether the gateway for texts is there, and sends none', async () => {
    const { environment } = await operated();
    const asked: (string | undefined)[] = [];
    const gateway = createServer((request, response) => {
      asked.push(request.method);
      response.writeHead(405).end();
    });
    gateway.listen(0, '127.0.0.1');
    await once(gateway, 'listening');
    onTestFinished(() => new Promise<void>((done) => void gateway.close(() => done())));
    const address = gateway.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const ATRIO_SMS_URL = `http://127.0.0.1:${port}/texts`;
    const ATRIO_SMS_SECRET = 'a secret of at least 32 characters';
    const configured = { ...environment, ATRIO_SMS_URL, ATRIO_SMS_SECRET };
    const { said } = await run(configured, 'tools/doctor.ts');
    expect(said).toContain(
      `ok       texts: 127.0.0.1:${port} answers; CH, FR, BE, DE get texts, for at most 100.00 CHF a day`,
    );
    expect(asked).toEqual(['HEAD']);
  });

  test('a database that is not there', async () => {
    const { environment } = await operated();
    const nowhere = 'postgresql://atrio:secret@127.0.0.1:1/atrio';
    const { code, said } = await run({ ...environment, DATABASE_URL: nowhere }, 'tools/doctor.ts');
    expect(code).toBe(1);
    expect(said).toMatch(/PROBLEM {2}database: /);
    expect(said).not.toContain('secret');
  });
});

describe('npm run bank:import', () => {
  test('[D21] [D22] books what is exact, tells the rest, and knows the same bytes again', async () => {
    const shop = await operated();
    const number = sellerFigures.accounts[0]?.iban ?? '';
    await bankDesk(shop.world, { number });
    const { invoiceId, reference } = await shop.invoice([lineOf(money(10_000n, 'CHF'))]);
    const pays = { bookedOn: '2026-03-31', amount: francs('108.10') } as const;
    const payments = [
      { ...pays, reference },
      { ...pays, payer: 'Nobody' },
    ];
    const folder = join(shop.environment['ATRIO_DATA'] ?? '', 'incoming');
    await mkdir(folder);
    const [good, bad] = [join(folder, 'march.xml'), join(folder, 'letter.xml')];
    await writeFile(good, camt({ account: number, payments }));
    await writeFile(bad, '<letter>Dear customer</letter>');

    const first = await run(shop.environment, 'tools/bank-import.ts', good);
    expect([first.code, first.said]).toEqual([0, `${good}: 2 entries: 1 settled, 1 suspense.\n`]);
    const params = { organizationId: shop.ownId, invoiceId };
    expect(await shop.browser.call(readInvoice, { params })).toMatchObject({ state: 'paid' });

    const again = await run(shop.environment, 'tools/bank-import.ts', good, bad);
    expect(again.code).toBe(1);
    expect(again.said).toContain(`${good}: the same bytes were here before.`);
    expect(again.said).toMatch(/letter\.xml: refused\. /);
  });

  test('without a file, or with one that is not there, it says so', async () => {
    const { environment } = await operated();
    const nothing = await run(environment, 'tools/bank-import.ts');
    expect(nothing).toMatchObject({ code: 2, said: expect.stringContaining('Name one file') });
    const missing = await run(environment, 'tools/bank-import.ts', '/nowhere/at-all.xml');
    expect(missing).toMatchObject({
      code: 1,
      said: expect.stringContaining('/nowhere/at-all.xml'),
    });
  });
});

describe('npm run audit', () => {
  test('[B5] proves every invariant, and names the place where one is broken', async () => {
    const clone = await cloneTemplate();
    const environment = await environmentOn(clone, testKeysText);
    const settings = { ATRIO_DATA: environment['ATRIO_DATA'] ?? '' };
    const { world, credit, ownId } = await cashier({ on: clone, settings, audited: false });
    await credit(francs('20.00'));
    const clean = await run(environment, 'tools/audit.ts');
    expect([clean.code, clean.said]).toEqual([0, expect.stringContaining('All of it holds.')]);
    expect(clean.said).not.toContain('BROKEN');

    await world.query('update ledger.prepaid_account set balance_minor = 2001');
    const broken = await run(environment, 'tools/audit.ts');
    expect(broken.code).toBe(1);
    expect(broken.said).toMatch(/BROKEN ledger/);
    expect(broken.said).toContain(ownId.replace('org_', '').slice(0, 8));
  });
});
