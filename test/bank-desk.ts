// The bank in stories: an account of ours, statements as a bank writes them, and Hedy who imports
// them.
import { expect } from 'vitest';
import type { Day } from '#kernel/calendar.ts';
import { money, sum, type Currency, type Money } from '#kernel/money.ts';
import {
  listBankAccounts,
  registerBankAccount,
} from '#modules/billing/bank/accounts/bank-account.contract.ts';
import { bankInvariants } from '#modules/billing/bank/audit/bank-invariants.ts';
import { importBankFile, readBankFile } from '#modules/billing/bank/files/bank-file.contract.ts';
import { listBankLines } from '#modules/billing/bank/lines/bank-line.contract.ts';
import {
  entryElement,
  statementFoot,
  statementHead,
  camtFoot,
  camtHead,
  type WrittenPayment,
} from '#modules/billing/bank/sandbox/camt-writer.rules.ts';
import { listWorkItems } from '#modules/billing/bank/work-items/work-item.contract.ts';
import { createStaff, hashPassword } from '#modules/identity/index.ts';
import { staffSignIn } from '#modules/identity/staff/staff.contract.ts';
import { audit } from '#modules/ledger/index.ts';
import type { Client } from './client.ts';
import { given, type World } from './world.ts';

const password = 'a quiet desk beside the bank';

/** Somebody of billing, signed in at the staff door. */
export async function clerk(world: World, firstName = 'Hedy'): Promise<Client> {
  const address = `${firstName.toLowerCase()}@provider.example`;
  const who = { firstName, lastName: 'Lamarr', address, language: 'en', role: 'billing' } as const;
  const passwordHash = await hashPassword(password);
  await world.within((tx) => createStaff(tx, { ...who, passwordHash }, world.clock.now()));
  const client = world.browser();
  await client.call(staffSignIn, { body: { address, password } });
  return client;
}

export const ourIban = 'CH5800791123000889012';
export const ourQrIban = 'CH4431999123000889012';
export const francs = (decimal: string): Money => money(BigInt(decimal.replace('.', '')), 'CHF');

export type BankDesk = Awaited<ReturnType<typeof bankDesk>>;

/** Hedy of billing at her desk, with one account of ours registered. */
export async function bankDesk(
  world: World,
  { opening = francs('1000.00'), number = ourIban, qrIban = ourQrIban } = {},
) {
  const hedy = await clerk(world);
  const register = (wish: { number: string; opening: Money; qrIban?: string; openingOn?: Day }) =>
    hedy.call(registerBankAccount, {
      body: {
        name: 'Main account',
        number: wish.number,
        opening: { minor: wish.opening.minor.toString(), currency: wish.opening.currency },
        openingOn: wish.openingOn ?? '2014-01-01',
        ...(wish.qrIban === undefined ? {} : { qrIban: wish.qrIban }),
      },
    });
  await register({ number, opening, ...(qrIban === undefined ? {} : { qrIban }) });

  const receive = async (bytes: string | Uint8Array, name = 'statement.xml') => {
    const got = await hedy.call(importBankFile, { file: { name, bytes } });
    return got;
  };
  const read = (bankFileId: `bfi_${string}`) => hedy.call(readBankFile, { params: { bankFileId } });
  return {
    hedy,
    register,
    receive,
    read,
    /** Imports a file and works it off. */
    import: async (bytes: string | Uint8Array, name = 'statement.xml') => {
      const { file } = await receive(bytes, name);
      await world.runJobs();
      return read(file.bankFileId);
    },
    lines: async () => (await hedy.call(listBankLines, { query: { limit: 200 } })).rows,
    items: async (state: 'open' | 'resolved' = 'open') =>
      (await hedy.call(listWorkItems, { query: { state, limit: 200 } })).rows,
  };
}

export type Written = {
  readonly payments?: readonly WrittenPayment[];
  /** Entries written by hand. */
  readonly entries?: readonly string[];
  readonly account?: string;
  readonly opening?: Money;
  readonly closing?: Money;
  readonly sequence?: bigint;
  readonly id?: string;
  readonly on?: Day;
};

/** A statement that adds up, unless its closing says otherwise. */
export function camt(written: Written): string {
  return camtOf([written]);
}

/** Several statements in one document. */
export function camtOf(statements: readonly Written[]): string {
  return [camtHead('TEST', '2026-03-31T18:00:00'), ...statements.map(oneStatement), camtFoot].join(
    '',
  );
}

function oneStatement({
  payments = [],
  entries = [],
  account = ourIban,
  opening = francs('1000.00'),
  closing,
  sequence = 1n,
  id = `S${sequence}`,
  on = '2026-03-31',
}: Written): string {
  const head = statementHead({
    ...{ id, sequence, account, opening, openingOn: on, closingOn: on },
    createdAt: '2026-03-31T18:00:00',
    closing: closing ?? { ...opening, minor: opening.minor + moved(payments, opening.currency) },
  });
  return [head, ...payments.map(entryElement), ...entries, statementFoot].join('');
}

function moved(payments: readonly WrittenPayment[], currency: Currency): bigint {
  const signed = payments
    .filter(({ amount }) => amount.currency === currency)
    .map(({ amount, direction }) =>
      direction === 'debit' ? money(-amount.minor, currency) : money(amount.minor, currency),
    );
  return sum(signed, currency).minor;
}

/** The same entries as a notification (camt.054): no balances. */
export function notification(written: Written): string {
  return camt(written)
    .replaceAll('camt.053.001.08', 'camt.054.001.08')
    .replaceAll('BkToCstmrStmt', 'BkToCstmrDbtCdtNtfctn')
    .replaceAll('<Stmt>', '<Ntfctn>')
    .replaceAll('</Stmt>', '</Ntfctn>')
    .replaceAll(/<Bal>.*?<\/Bal>\n/g, '');
}

/** The desk of a world of its own, and whether the books of its bank hold. */
export async function desked() {
  const world = await given();
  const desk = await bankDesk(world);
  return { world, desk, booksHold: () => bankBooksHold(world) };
}

async function bankBooksHold(world: World): Promise<void> {
  const answers = await world.within((tx) => audit(tx, bankInvariants), { readOnly: true });
  for (const { invariant, violations } of answers) expect(violations, invariant.says).toEqual([]);
}

/** What is on our account, as the desk sees it. */
export async function balance({ hedy }: BankDesk, number = ourIban): Promise<string[]> {
  const accounts = await hedy.call(listBankAccounts);
  const found = accounts.find((account) => account.number === number);
  return (found?.balances ?? []).map(({ minor, currency }) => `${minor} ${currency}`);
}
