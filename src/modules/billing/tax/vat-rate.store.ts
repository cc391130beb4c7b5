import { sql } from 'kysely';
import type { Day } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import { billing } from '../tables.generated.ts';
import type { ProductVatCategory } from './vat.rules.ts';

/** What a country takes on a category of products, from a day on. */
export type VatRate = {
  readonly country: string;
  readonly category: ProductVatCategory;
  readonly validFrom: Day;
  /** The first day on which it no longer holds. */
  readonly validTo?: Day | undefined;
  readonly basisPoints: number;
};

/** The rates of a country on a day. */
export async function ratesOn(
  tx: Tx,
  country: string,
  on: Day,
): Promise<ReadonlyMap<ProductVatCategory, number>> {
  const rows = await billing(tx)
    .selectFrom('billing.vat_rate')
    .select(['category', 'basis_points'])
    .where('country', '=', country)
    .where('valid_from', '<=', on)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', on)]))
    .orderBy('valid_from')
    .execute();
  return new Map(rows.map((row) => [row.category, row.basis_points]));
}

/**
 * Takes rates as they are in the operator's figures; a rate known already is brought up to date.
 */
export async function saveRates(tx: Tx, rates: readonly VatRate[]): Promise<void> {
  await sql`
    insert into billing.vat_rate (country, category, valid_from, valid_to, basis_points)
    select * from unnest(
      ${rates.map(({ country }) => country)}::text[],
      ${rates.map(({ category }) => category)}::text[],
      ${rates.map(({ validFrom }) => validFrom)}::date[],
      ${rates.map(({ validTo }) => validTo ?? null)}::date[],
      ${rates.map(({ basisPoints }) => basisPoints)}::integer[]
    )
    on conflict (country, category, valid_from) do update
      set valid_to = excluded.valid_to, basis_points = excluded.basis_points
  `.execute(billing(tx));
}

/** Two rates of one country and category that hold on the same day. */
export async function overlappingRates(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ what: string }>`
    select one.country || ' ' || one.category || ' from ' || other.valid_from as what
    from billing.vat_rate as one join billing.vat_rate as other
      on other.country = one.country and other.category = one.category
      and other.valid_from > one.valid_from
      and (one.valid_to is null or other.valid_from < one.valid_to)`.execute(billing(tx));
  return rows.map(({ what }) => what);
}
