import { sql } from 'kysely';
import { z } from 'zod';
import type { Day } from '#kernel/calendar.ts';
import { translated } from '#kernel/language.ts';
import type { Tx } from '#platform/database/tx.ts';
import { catalogue, type CatalogueTables } from '../tables.generated.ts';
import type { CatalogueFile } from './catalogue-file.rules.ts';
import type { Offer, Product } from './product.rules.ts';

/** A product without what its prices say; `withdrawnOn` where it is sold no longer. */
export type ProductTexts = Omit<Product, 'offers' | 'tiers'> & {
  readonly withdrawnOn: Day | null;
  readonly offers: readonly (Omit<Offer, 'prices'> & { readonly withdrawnOn: Day | null })[];
};

const limits = z.record(z.string(), z.number());
const json = (value: unknown): string => JSON.stringify(value);

/**
 * Every product with its offers and contents, in the operator's order; or only those that have one
 * of the codes.
 */
export async function readProducts(tx: Tx, codes?: readonly string[]): Promise<ProductTexts[]> {
  const { rows } = await sql<Read<ProductRow> & Parts>`
    select product.*, (
      select coalesce(json_agg(offer order by rank, code), '[]') from catalogue.offer
      where offer.product = product.code
    ) as offers, (
      select coalesce(json_agg(content order by contained_product), '[]') from catalogue.content
      where content.product = product.code
    ) as contents
    from catalogue.product
    where ${codes ?? null}::text[] is null or code = any(${codes ?? null}::text[])
    order by rank, code`.execute(catalogue(tx));
  return rows.map((row) => toProduct(row, row));
}

type Parts = {
  readonly offers: readonly Read<OfferRow>[];
  readonly contents: readonly ContentRow[];
};

type ProductRow = CatalogueTables['catalogue.product'];
type OfferRow = CatalogueTables['catalogue.offer'];
type ContentRow = CatalogueTables['catalogue.content'];
/** Rows as they are read: defaults are there. */
type Read<Row> = { [C in keyof Row]: Row[C] extends { __select__: infer S } ? S : Row[C] };

function toProduct(row: Read<ProductRow>, { offers, contents }: Parts): ProductTexts {
  return {
    code: row.code,
    kind: row.kind,
    name: translated.parse(row.name),
    summary: translated.parse(row.summary),
    vatCategory: row.vat_category,
    transferable: row.transferable,
    renewalWarranty: row.renewal_warranty,
    minimumTermMonths: row.minimum_term_months,
    maximumQuantity: row.maximum_quantity,
    withdrawnOn: row.withdrawn_on,
    offers: offers.map((offer) => toOffer(offer, contents)),
  };
}

function toOffer(row: Read<OfferRow>, contents: readonly ContentRow[]) {
  return {
    code: row.code,
    name: translated.parse(row.name),
    summary: translated.parse(row.summary),
    limits: limits.parse(row.limits),
    withdrawnOn: row.withdrawn_on,
    contains: contents
      .filter(({ product, offer }) => product === row.product && offer === row.code)
      .map((content) => ({
        product: content.contained_product,
        offer: content.contained_offer,
        quantity: content.quantity,
      })),
  };
}

type ProductInFile = CatalogueFile['products'][number];

/** Writes a product and its offers as the file says them; a withdrawn one is sold again. */
export async function saveProduct(tx: Tx, rank: number, product: ProductInFile): Promise<void> {
  const values = {
    kind: product.kind,
    rank,
    name: json(product.name),
    summary: json(product.summary),
    vat_category: product.vatCategory,
    transferable: product.transferable,
    renewal_warranty: product.renewalWarranty,
    minimum_term_months: product.minimumTermMonths,
    maximum_quantity: product.maximumQuantity,
    withdrawn_on: null,
  };
  await catalogue(tx)
    .insertInto('catalogue.product')
    .values({ code: product.code, ...values })
    .onConflict((conflict) => conflict.column('code').doUpdateSet(values))
    .execute();
  for (const [position, offer] of product.offers.entries()) {
    const of = {
      rank: position,
      name: json(offer.name),
      summary: json(offer.summary),
      limits: json(offer.limits),
      withdrawn_on: null,
    };
    await catalogue(tx)
      .insertInto('catalogue.offer')
      .values({ product: product.code, code: offer.code, ...of })
      .onConflict((conflict) => conflict.columns(['product', 'code']).doUpdateSet(of))
      .execute();
  }
}

/** What bundles contain; after every product of the file is there. */
export async function saveContents(tx: Tx, products: readonly ProductInFile[]): Promise<void> {
  await catalogue(tx).deleteFrom('catalogue.content').execute();
  const rows = products.flatMap((product) =>
    product.offers.flatMap((offer) =>
      offer.contains.map((part) => ({
        product: product.code,
        offer: offer.code,
        contained_product: part.product,
        contained_offer: part.offer,
        quantity: part.quantity,
      })),
    ),
  );
  if (rows.length > 0) await catalogue(tx).insertInto('catalogue.content').values(rows).execute();
}

/**
 * Products that the file no longer names are not sold from now on; those who have them keep them.
 */
export async function withdrawOthers(
  tx: Tx,
  products: readonly ProductInFile[],
  on: Day,
): Promise<void> {
  const sold = products.flatMap((product) =>
    product.offers.map((offer) => `${product.code} ${offer.code}`),
  );
  const known = await catalogue(tx)
    .selectFrom('catalogue.offer')
    .select(['product', 'code'])
    .where('withdrawn_on', 'is', null)
    .execute();
  for (const { product, code } of known) {
    if (sold.includes(`${product} ${code}`)) continue;
    await catalogue(tx)
      .updateTable('catalogue.offer')
      .set({ withdrawn_on: on })
      .where('product', '=', product)
      .where('code', '=', code)
      .execute();
  }
  await catalogue(tx)
    .updateTable('catalogue.product')
    .set({ withdrawn_on: on })
    .where('withdrawn_on', 'is', null)
    .where(
      'code',
      'not in',
      products.map(({ code }) => code),
    )
    .execute();
}
