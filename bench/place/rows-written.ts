// Which rows transactions wrote, and the same rows written again by one statement each.
import type pg from 'pg';
import { applicationRole } from '#platform/database/embedded.ts';

type Table = {
  readonly name: string;
  readonly columns: string;
  readonly key: string;
  /** The product may change its rows. */
  readonly changes: boolean;
};

export type Written = {
  /** One statement that writes the rows of one transaction, given as JSON. */
  readonly statement: string;
  /** By transaction. */
  readonly rows: readonly string[];
  /** Takes away what was added, as if it had never been; what was changed stays changed. */
  readonly remove: () => Promise<void>;
};

/** What these transactions, all of the same kind, left in the tables. */
export async function writtenBy(superuser: pg.Pool, xids: readonly string[]): Promise<Written> {
  const found: { table: Table; isAdded: boolean; rows: ReadonlyMap<string, string> }[] = [];
  for (const table of await tablesOf(superuser)) {
    const rows = await rowsIn(superuser, table, xids);
    if (rows.size === 0) continue;
    // a row that each of them changed shows the last of them only
    found.push({ table, isAdded: rows.size === xids.length || !table.changes, rows });
  }
  const parts = xids.map((xid) =>
    found.map(({ table: { name }, isAdded, rows }) => {
      const last = isAdded ? undefined : [...rows.values()].at(-1);
      return `${JSON.stringify(name)}: ${rows.get(xid) ?? last ?? '[]'}`;
    }),
  );
  return {
    statement: statementFor(found),
    rows: parts.map((part) => `{${part.join(',')}}`),
    remove: () =>
      remove(
        superuser,
        found.filter(({ isAdded }) => isAdded).map(({ table }) => table),
        xids,
      ),
  };
}

async function tablesOf(superuser: pg.Pool): Promise<readonly Table[]> {
  const { rows } = await superuser.query<Table>(`
    select format('%I.%I', n.nspname, c.relname) as name,
      (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
        where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
      (select string_agg(quote_ident(attname), ', ') from pg_attribute
        where attrelid = c.oid and attnum = any(i.indkey)) as key,
      has_table_privilege('${applicationRole}', c.oid, 'update') as changes
    from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
    join pg_index as i on i.indrelid = c.oid and i.indisprimary
    where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)'`);
  return rows;
}

async function rowsIn(superuser: pg.Pool, { name }: Table, xids: readonly string[]) {
  const { rows } = await superuser.query<{ xid: string; rows: string }>(
    `select xmin::text as xid, jsonb_agg(to_jsonb(t))::text as rows from ${name} as t
    where xmin::text = any($1) group by 1 order by max(xmin::text::bigint)`,
    [xids],
  );
  return new Map(rows.map(({ xid, rows: text }) => [xid, text]));
}

function statementFor(found: readonly { table: Table; isAdded: boolean }[]): string {
  const writes = found.map(({ table: { name, columns, key }, isAdded }, index) => {
    const set = columns
      .split(', ')
      .filter((column) => !key.split(', ').includes(column))
      .map((column) => `${column} = excluded.${column}`);
    const change = isAdded ? '' : ` on conflict (${key}) do update set ${set.join(', ')}`;
    return `w${index} as (insert into ${name} (${columns}) select ${columns} from given,
      jsonb_populate_recordset(null::${name}, rows->'${name}')${change})`;
  });
  return `with given as (select $1::jsonb as rows), ${writes.join(', ')} select 1`;
}

/** Past the triggers that let nobody do so. */
async function remove(
  superuser: pg.Pool,
  tables: readonly Table[],
  xids: readonly string[],
): Promise<void> {
  const client = await superuser.connect();
  try {
    await client.query('set session_replication_role = replica');
    for (const { name } of tables) {
      await client.query(`delete from ${name} where xmin::text = any($1)`, [xids]);
    }
    await client.query('vacuum analyze');
  } finally {
    client.release(true);
  }
}
