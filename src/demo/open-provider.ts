import { system, type Actor } from '#kernel/actor.ts';
import { dayOf, type Instant } from '#kernel/calendar.ts';
import { money } from '#kernel/money.ts';
import { loadSeller, loadVatRates, registerBankAccount } from '#modules/billing/index.ts';
import { catalogueFile, loadCatalogue } from '#modules/catalogue/index.ts';
import { createStaff, hashPassword } from '#modules/identity/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { App } from '../app.ts';
import { demoPassword, demoPeople } from './accounts.ts';
import { catalogueFigures, sellerFigures, vatRateFigures } from './figures.ts';

/** What a provider needs before anybody can order: prices, taxes, a seller with accounts. */
export async function loadFigures(tx: Tx, now: Instant): Promise<void> {
  await loadCatalogue(tx, catalogueFile.parse(catalogueFigures), { actor: system('demo'), now });
  await loadVatRates(tx, vatRateFigures);
  await loadSeller(tx, sellerFigures, now);
  const openingOn = dayOf(now);
  const actor = system('demo');
  for (const account of sellerFigures.accounts) {
    const { currency } = account;
    const opening = money(currency === 'CHF' ? 4_218_035n : 1_907_460n, currency);
    const name = `${sellerFigures.name} ${currency}`;
    const qrIban = 'qrIban' in account ? { qrIban: account.qrIban } : {};
    const wish = { name, number: account.iban, ...qrIban, opening, openingOn };
    await registerBankAccount(tx, wish, actor, now);
  }
}

export type DemoStaff = Extract<Actor, { kind: 'staff' }>;

/** Three people of the provider, one per role; the one of billing is who imports statements. */
export async function openProvider({ database }: App, now: Instant): Promise<DemoStaff> {
  const passwordHash = await hashPassword(demoPassword);
  return database.within(async (tx) => {
    const made = [];
    for (const person of demoPeople.staff) {
      const staffId = await createStaff(tx, { ...person, language: 'en', passwordHash }, now);
      const name = `${person.firstName} ${person.lastName}`;
      made.push({ kind: 'staff', staffId, name, role: person.role, sessionId: noSession } as const);
    }
    const billing = made.find(({ role }) => role === 'billing');
    if (!billing) throw new Error('the demo has nobody for billing');
    return billing;
  });
}

/** What the demo's people did before, they did in sessions that nobody keeps. */
export const noSession = 'ses_00000000000000000000000000000000';
