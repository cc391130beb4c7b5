// What the migrated database says about itself.
import type pg from 'pg';

export type Column = {
  schema: string;
  table: string;
  name: string;
  /** As in `create table`: `character varying(20)`. */
  type: string;
  /** As in pg_type: `int8`, `_text`. */
  udt: string;
  notNull: boolean;
  fallback: string | null;
  generated: boolean;
  always: boolean;
};

export type Part = { schema: string; table: string; kind: string; name: string; text: string };
export type Table = { schema: string; name: string; comment: string | null };
export type Routine = { schema: string; text: string };

export type Catalogue = {
  tables: Table[];
  columns: Column[];
  constraints: Part[];
  indexes: Part[];
  triggers: Part[];
  routines: Routine[];
};

const ours = `n.nspname not in ('information_schema', 'public', 'pgboss')
    and n.nspname not like 'pg\\_%'`;

/** Everything that docs/schema.sql lists and the table types need, in a stable order. */
export async function readCatalogue(client: pg.Client): Promise<Catalogue> {
  const rows = async <Row>(text: string): Promise<Row[]> =>
    (await client.query(text)).rows as Row[];
  return {
    tables: await rows<Table>(tables),
    columns: await rows<Column>(columns),
    constraints: await rows<Part>(constraints),
    indexes: await rows<Part>(indexes),
    triggers: await rows<Part>(triggers),
    routines: await rows<Routine>(routines),
  };
}

const tables = `
  select n.nspname as schema, c.relname as name, obj_description(c.oid, 'pg_class') as comment
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition and ${ours} order by 1, 2`;

const columns = `
  select n.nspname as schema, c.relname as table, a.attname as name, t.typname as udt,
    format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as "notNull",
    pg_get_expr(d.adbin, d.adrelid) as fallback,
    a.attgenerated <> '' as generated, a.attidentity = 'a' as always
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  join pg_namespace n on n.oid = c.relnamespace join pg_type t on t.oid = a.atttypid
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
    and ${ours} order by 1, 2, a.attnum`;

const constraints = `
  select n.nspname as schema, c.relname as table, k.contype::text as kind, k.conname as name,
    pg_get_constraintdef(k.oid) as text
  from pg_constraint k join pg_class c on c.oid = k.conrelid
  join pg_namespace n on n.oid = c.relnamespace
  where k.contype in ('p', 'u', 'f', 'c', 'x') and not c.relispartition and ${ours}
  order by 1, 2, array_position(array['p', 'u', 'x', 'f', 'c'], k.contype::text), 4`;

const indexes = `
  select n.nspname as schema, c.relname as table, 'i' as kind, i.relname as name,
    pg_get_indexdef(x.indexrelid) as text
  from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
  join pg_namespace n on n.oid = c.relnamespace
  where not c.relispartition and ${ours}
    and not exists (
      select from pg_constraint k where k.conindid = x.indexrelid and k.contype <> 'f')
  order by 1, 2, 4`;

const triggers = `
  select n.nspname as schema, c.relname as table, 't' as kind, t.tgname as name,
    pg_get_triggerdef(t.oid) as text
  from pg_trigger t join pg_class c on c.oid = t.tgrelid
  join pg_namespace n on n.oid = c.relnamespace
  where not t.tgisinternal and not c.relispartition and ${ours} order by 1, 2, 4`;

const routines = `
  select n.nspname as schema,
    case when p.prokind in ('f', 'p') then pg_get_functiondef(p.oid) end as text
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where p.prokind in ('f', 'p') and ${ours} order by 1, p.proname, p.oid`;
