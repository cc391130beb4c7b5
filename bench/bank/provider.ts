// A provider with a bank account and with customers who owe something, in a database of its own.
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { createApp } from '../../src/app.ts';
import { sellerFigures, vatRateFigures } from '../../src/demo/figures.ts';
import { system } from '#kernel/actor.ts';
import { money } from '#kernel/money.ts';
import {
  loadSeller,
  loadVatRates,
  registerBankAccount,
  sellerFigures as seller,
} from '#modules/billing/index.ts';
import { parseKeys } from '#platform/keys/key-material.ts';
import { keyring } from '#platform/keys/keyring.ts';
import { readSettings } from '#platform/settings.ts';
import { addOrganizations, issueOpen, type Owed } from './open-invoices.ts';
import { benchAccount } from './write-file.ts';

export type Provider = {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly folder: string;
  readonly keysText: string;
};

/** Opens the provider's account and issues invoices, four to an organization. */
export async function openProvider(provider: Provider, invoices: number): Promise<Owed[]> {
  const pool = new pg.Pool({ connectionString: provider.ownerUrl });
  const owner = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const organizations = await addOrganizations(owner, Math.ceil(invoices / 4));
  await owner.destroy();

  const settings = readSettings({ ATRIO_DATA: provider.folder, ATRIO_LOG_LEVEL: 'silent' });
  const keys = keyring(parseKeys(provider.keysText));
  const app = await createApp({ settings, url: provider.appUrl, keys });
  const { within } = app.database;
  const now = new Date('2026-01-01T10:00:00Z');
  await within(async (tx) => {
    await loadSeller(tx, seller.parse(sellerFigures), now);
    await loadVatRates(tx, vatRateFigures);
    const opening = money(0n, 'CHF');
    const account = {
      name: 'Bench',
      number: benchAccount,
      opening,
      openingOn: '2026-01-01',
    } as const;
    await registerBankAccount(tx, account, system('bench'), now);
  });
  const owed = await issueOpen(within, organizations, invoices);
  await app.close();
  return owed;
}
