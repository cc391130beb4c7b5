import { sql } from 'kysely';
import type { Tx } from '#platform/database/tx.ts';
import { activity } from '../tables.generated.ts';
import type { NamedProduct, StreamKey } from './entry.rules.ts';

const most = 500;

/** The products that a log names, each with its latest label; ordered by it. */
export async function productsNamedIn(
  tx: Tx,
  log: StreamKey | { readonly personId: string },
): Promise<NamedProduct[]> {
  const isTheirs =
    'personId' in log
      ? sql`person_id = ${log.personId}::uuid`
      : sql`owner_id = ${log.ownerId}::uuid and kind = ${log.kind}`;
  const { rows } = await sql<NamedProduct>`
    select id, label from (
      select distinct on (named.id) named.id,
        coalesce(body::jsonb -> 'products' ->> named.id, body::jsonb -> 'about' ->> 'label') as label
      from activity.entry, unnest(product_ids) as named (id)
      where product_ids <> '{}' and ${isTheirs}
      order by named.id, at desc
    ) as known
    order by label, id limit ${most}`.execute(activity(tx));
  return rows;
}
