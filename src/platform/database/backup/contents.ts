// What is in a database, as backup and restore need to know it.
import type pg from 'pg';
import type { Manifest, TableOf } from './manifest.ts';

/** Ours and the jobs'. How far the jobs' schema has come, its own installer knows. */
const ours = `n.nspname not in ('information_schema', 'public') and n.nspname not like 'pg\\_%'
  and not (n.nspname = 'pgboss' and c.relname = 'version')`;

/** Tables with the columns that can be written; partitions belong to their parents. */
export async function tablesOf(client: pg.Client): Promise<TableOf[]> {
  const { rows } = await client.query<TableOf>(`
    select n.nspname as schema, c.relname as name,
      array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid
    where c.relkind in ('r', 'p') and not c.relispartition and ${ours}
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by 1, 2 order by 1, 2`);
  return rows;
}

export async function sequencesOf(client: pg.Client): Promise<Manifest['sequences']> {
  const { rows } = await client.query<{ schema: string; name: string }>(`
    select n.nspname as schema, c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'S' and ${ours} order by 1, 2`);
  const sequences: Manifest['sequences'] = [];
  for (const sequence of rows) {
    const { rows: state } = await client.query<{ value: string; isCalled: boolean }>(
      `select last_value::text as value, is_called as "isCalled" from ${nameOf(client, sequence)}`,
    );
    if (state[0]) sequences.push({ ...sequence, ...state[0] });
  }
  return sequences;
}

export type ForeignKey = { readonly drop: string; readonly add: string };

/** How to take each foreign key away, and how to put it back, which checks every row. */
export async function foreignKeysOf(client: pg.Client): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(`
    select format('alter table %I.%I drop constraint %I', n.nspname, c.relname, k.conname) as drop,
      format('alter table %I.%I add constraint %I %s', n.nspname, c.relname, k.conname,
        pg_get_constraintdef(k.oid)) as add
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and k.conparentid = 0 and ${ours} order by 1`);
  return rows;
}

export async function schemasOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select nspname as name from pg_namespace n
    where nspname not in ('information_schema', 'public') and nspname not like 'pg\\_%'
    union all
    select distinct 'public' from pg_tables where schemaname = 'public'`);
  return rows.map(({ name }) => name);
}

export function nameOf(client: pg.Client, table: { schema: string; name: string }): string {
  return `${client.escapeIdentifier(table.schema)}.${client.escapeIdentifier(table.name)}`;
}

export function columnsOf(client: pg.Client, { columns }: TableOf): string {
  return columns.map((column) => client.escapeIdentifier(column)).join(', ');
}
