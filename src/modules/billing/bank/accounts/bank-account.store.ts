import { sql } from 'kysely';
import type { Day, Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid } from '#kernel/ids.ts';
import { isCurrency, money, type Money } from '#kernel/money.ts';
import { brokenConstraint } from '#platform/database/database.ts';
import type { Tx } from '#platform/database/tx.ts';
import { billing } from '../../tables.generated.ts';
import type { OurAccount } from '../entries/piece.rules.ts';
import { bankAccountKnown } from './bank-account-refusals.rules.ts';
import type { BankAccount } from './bank-account.rules.ts';

/** Adds one of our accounts; the same number or QR-IBAN is refused. */
export async function insertAccount(
  tx: Tx,
  account: BankAccount,
  by: string,
  now: Instant,
): Promise<void> {
  try {
    await sql`
      insert into billing.bank_account (id, name, number, qr_iban, opening_minor, currency,
        opening_on, registered_at, registered_by)
      values (${toUuid(account.bankAccountId)}, ${account.name}, ${account.number},
        ${account.qrIban ?? null}, ${account.opening.minor}, ${account.opening.currency},
        ${account.openingOn}, ${now}, ${by})`.execute(billing(tx));
  } catch (error) {
    if (brokenConstraint(error)?.startsWith('bank_account_')) {
      throw bankAccountKnown({ number: account.number });
    }
    throw error;
  }
}

export type StandingAccount = BankAccount & {
  readonly balances: readonly Money[];
  readonly lastStatementOn: Day | undefined;
};

/** Our accounts with what their entries add up to. */
export async function listAccounts(tx: Tx): Promise<StandingAccount[]> {
  const { rows } = await sql<{
    id: string;
    name: string;
    number: string;
    qr_iban: string | null;
    opening_minor: bigint;
    currency: string;
    opening_on: Day;
    moved: Record<string, string> | null;
    last_on: Day | null;
  }>`
    select account.id, account.name, account.number, account.qr_iban, account.opening_minor,
      account.currency, account.opening_on,
      (select jsonb_object_agg(currency, minor) from (
        select currency,
          sum(case direction when 'credit' then minor else -minor end)::text as minor
        from billing.bank_entry where account_id = account.id group by currency
      ) as sums) as moved,
      (select max(closing_on) from billing.bank_statement
        where account_number = account.number and kind = 'statement') as last_on
    from billing.bank_account as account order by account.name, account.id`.execute(billing(tx));
  return rows.map((row) => {
    const opening = amountOf(row.opening_minor, row.currency);
    return {
      bankAccountId: fromUuid('bka', row.id),
      name: row.name,
      number: row.number,
      qrIban: row.qr_iban ?? undefined,
      opening,
      openingOn: row.opening_on,
      balances: balancesOf(opening, row.moved ?? {}),
      lastStatementOn: row.last_on ?? undefined,
    };
  });
}

function balancesOf(opening: Money, moved: Record<string, string>): Money[] {
  const { [opening.currency]: own, ...others } = moved;
  return [
    money(opening.minor + BigInt(own ?? 0), opening.currency),
    ...Object.entries(others).map(([currency, minor]) => amountOf(BigInt(minor), currency)),
  ];
}

function amountOf(minor: bigint, currency: string): Money {
  if (!isCurrency(currency)) throw new TypeError(`${currency} is no currency of ours`);
  return money(minor, currency);
}

/** Our accounts among these numbers, by number; a QR-IBAN names its account too. */
export async function findAccounts(
  tx: Tx,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, OurAccount>> {
  const { rows } = await sql<{
    id: string;
    number: string;
    qr_iban: string | null;
    opening_on: Day;
  }>`
    select id, number, qr_iban, opening_on from billing.bank_account
    where number = any(${numbers}::text[]) or qr_iban = any(${numbers}::text[])`.execute(
    billing(tx),
  );
  const found = new Map<string, OurAccount>();
  for (const row of rows) {
    const account = { id: row.id, number: row.number, openingOn: row.opening_on };
    found.set(row.number, account);
    if (row.qr_iban !== null) found.set(row.qr_iban, account);
  }
  return found;
}

/** Every number that names an account of ours. */
export async function accountNumbers(tx: Tx): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ number: string }>`
    select number from billing.bank_account
    union all select qr_iban from billing.bank_account where qr_iban is not null`.execute(
    billing(tx),
  );
  return new Set(rows.map(({ number }) => number));
}

/**
 * Held until the transaction ends: two files never enter lines of one account beside each other.
 */
export async function lockAccounts(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`
    select id from billing.bank_account where id = any(${ids}::uuid[])
    order by id for no key update`.execute(billing(tx));
}
