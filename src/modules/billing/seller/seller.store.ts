import { sql } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import { billing } from '../tables.generated.ts';
import { sellerFigures, type Seller, type SellerAccount } from './seller.rules.ts';

type Row = { version: number; figures: unknown; accounts: unknown };

/** Who sells now; undefined until the operator's figures are loaded. */
export async function findSeller(tx: Tx, version?: number): Promise<Seller | undefined> {
  const { rows } = await sql<Row>`
    select seller.version, seller.figures, (
      select json_agg(json_strip_nulls(json_build_object(
        'currency', account.currency, 'iban', account.iban, 'qrIban', account.qr_iban,
        'referencePrefix', account.reference_prefix)) order by account.currency)
      from billing.seller_account as account where account.seller_version = seller.version
    ) as accounts
    from billing.seller
    where ${version ?? null}::integer is null or version = ${version ?? null}::integer
    order by version desc limit 1`.execute(billing(tx));
  const row = rows[0];
  return row && toSeller(row);
}

/** Keeps figures as a further version. */
export async function insertSeller(tx: Tx, seller: Seller, now: Instant): Promise<void> {
  const { version, accounts, ...figures } = seller;
  await billing(tx)
    .insertInto('billing.seller')
    .values({ version, figures: JSON.stringify(figures), created_at: now })
    .execute();
  await billing(tx)
    .insertInto('billing.seller_account')
    .values(accounts.map((account) => toAccountRow(version, account)))
    .execute();
}

function toAccountRow(version: number, account: SellerAccount) {
  return {
    seller_version: version,
    currency: account.currency,
    iban: account.iban,
    qr_iban: account.qrIban ?? null,
    reference_prefix: account.referencePrefix ?? '',
  };
}

function toSeller({ version, figures, accounts }: Row): Seller {
  const known = typeof figures === 'object' ? figures : {};
  return { version, ...sellerFigures.parse({ ...known, accounts }) };
}
