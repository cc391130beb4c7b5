import { sql } from 'kysely';
import type { Day } from '#kernel/calendar.ts';
import { money, type SaleCurrency } from '#kernel/money.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { DatedPrice } from '../products/catalogue-file.rules.ts';
import { catalogue, type CatalogueTables } from '../tables.generated.ts';
import type { Tier } from './pricing.rules.ts';

type PriceRow = CatalogueTables['catalogue.price'];

function toDatedPrice(row: PriceRow): DatedPrice {
  const { product, offer, part, period } = row;
  const unit = money<SaleCurrency>(row.minor, row.currency);
  return { product, offer, part, period, unit, validFrom: row.valid_from };
}

/** The prices that are valid on a day, in one currency; of all products or of some. */
export async function pricesOn(
  tx: Tx,
  { on, currency }: { readonly on: Day; readonly currency: SaleCurrency },
  products?: readonly string[],
): Promise<DatedPrice[]> {
  const rows = await catalogue(tx)
    .selectFrom('catalogue.price')
    .distinctOn(['product', 'offer', 'part', 'period'])
    .selectAll()
    .where('currency', '=', currency)
    .where('valid_from', '<=', on)
    .$if(products !== undefined, (query) =>
      query.where(sql<boolean>`product = any(${products}::text[])`),
    )
    .orderBy('product')
    .orderBy('offer')
    .orderBy('part')
    .orderBy('period')
    .orderBy('valid_from', 'desc')
    .execute();
  return rows.map(toDatedPrice);
}

/** Every price there ever was or is announced, the earliest first. */
export async function allPrices(tx: Tx): Promise<DatedPrice[]> {
  const rows = await catalogue(tx)
    .selectFrom('catalogue.price')
    .selectAll()
    .orderBy('product')
    .orderBy('offer')
    .orderBy('part')
    .orderBy('period')
    .orderBy('currency')
    .orderBy('valid_from')
    .execute();
  return rows.map(toDatedPrice);
}

/** Further rows; what is there stays. A second price for one day breaks the primary key. */
export async function insertPrices(tx: Tx, prices: readonly DatedPrice[]): Promise<void> {
  if (prices.length === 0) return;
  const rows = prices.map(({ unit, validFrom, ...of }) => ({
    ...of,
    minor: String(unit.minor),
    currency: unit.currency,
    valid_from: validFrom,
  }));
  await sql`
    insert into catalogue.price (product, offer, part, period, currency, valid_from, minor)
    select product, offer, part, period, currency, valid_from, minor
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (
      product text, offer text, part text, period text, currency text, valid_from date, minor bigint
    )`.execute(catalogue(tx));
}

type TierRow = CatalogueTables['catalogue.tier'];

/** The tiers that are valid on a day, by product. */
export async function tiersOn(tx: Tx, on: Day): Promise<ReadonlyMap<string, readonly Tier[]>> {
  const { rows } = await sql<TierRow>`
    select product, valid_from, from_quantity, off_basis_points
    from catalogue.tier as tier
    where valid_from = (
      select max(valid_from) from catalogue.tier as latest
      where latest.product = tier.product and latest.valid_from <= ${on}
    )
    order by product, from_quantity`.execute(catalogue(tx));
  const tiers = Map.groupBy(rows, ({ product }) => product);
  return new Map([...tiers].map(([product, of]) => [product, of.flatMap(toTiers)]));
}

/** A row `from 1, nothing off` only says that the tiers before it no longer count. */
function toTiers(row: TierRow): Tier[] {
  if (row.from_quantity === 1) return [];
  return [{ from: row.from_quantity, offBasisPoints: row.off_basis_points }];
}

/** The last day from which tiers of a product are set, or undefined when it never had any. */
export async function lastTierChange(tx: Tx, product: string): Promise<Day | undefined> {
  const row = await catalogue(tx)
    .selectFrom('catalogue.tier')
    .select('valid_from')
    .where('product', '=', product)
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.valid_from;
}

export async function insertTiers(
  tx: Tx,
  product: string,
  validFrom: Day,
  tiers: readonly Tier[],
): Promise<void> {
  const base = { product, valid_from: validFrom, from_quantity: 1, off_basis_points: 0 };
  const rows = tiers.map(({ from, offBasisPoints }) => ({
    ...base,
    from_quantity: from,
    off_basis_points: offBasisPoints,
  }));
  await catalogue(tx)
    .insertInto('catalogue.tier')
    .values([base, ...rows])
    .execute();
}
