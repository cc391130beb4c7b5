// What the application role may do: read from the comment that each table must have.
import type pg from 'pg';

type Table = { schema: string; name: string; comment: string | null };

const kinds = /^(tenant|person|global)(, append-only|, read-only)?: /;

/** Rights by what follows the kind in the comment. Nobody has a right that is not named here. */
const rightsOf = {
  'read-only': 'select',
  'append-only': 'select, insert',
  plain: 'select, insert, update, delete',
} as const;

/** A comment as architecture and Citus need it: kind, then a sentence. */
export function rightsFor(comment: string | null): string | undefined {
  const match = kinds.exec(comment ?? '');
  if (!match) return undefined;
  const word = match[2]?.slice(2);
  return rightsOf[word === 'append-only' || word === 'read-only' ? word : 'plain'];
}

/** Gives the role exactly what the tables' comments say, in one transaction. */
export async function grantRights(client: pg.Client, role: string): Promise<void> {
  const to = client.escapeIdentifier(role);
  const tables = await ownTables(client);
  const schemas = [...new Set(tables.map((table) => table.schema))];
  const statements = [
    ...schemas.flatMap((schema) => schemaRights(client.escapeIdentifier(schema), to)),
    ...tables.map((table) => {
      const rights = rightsFor(table.comment);
      if (!rights) throw new Error(unspoken(table));
      return `grant ${rights} on ${nameOf(client, table)} to ${to}`;
    }),
    ...((await hasJobs(client)) ? jobRights(to) : []),
  ];
  await client.query(['begin', ...statements, 'commit'].join(';\n'));
}

function schemaRights(schema: string, to: string): string[] {
  return [
    `revoke all on all tables in schema ${schema} from ${to}`,
    `revoke execute on all functions in schema ${schema} from public`,
    `grant usage on schema ${schema} to ${to}`,
    `grant usage on all sequences in schema ${schema} to ${to}`,
    `grant execute on all functions in schema ${schema} to ${to}`,
  ];
}

/** pg-boss keeps its tables itself and says nothing about them. */
function jobRights(to: string): string[] {
  const anything = 'select, insert, update, delete';
  return [
    `grant usage on schema pgboss to ${to}`,
    `grant ${anything} on all tables in schema pgboss to ${to}`,
    `grant usage on all sequences in schema pgboss to ${to}`,
    `grant execute on all functions in schema pgboss to ${to}`,
    `alter default privileges in schema pgboss grant ${anything} on tables to ${to}`,
  ];
}

/** Partitions follow their parent and are not named. */
async function ownTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select n.nspname as schema, c.relname as name, obj_description(c.oid, 'pg_class') as comment
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
      and n.nspname not in ('information_schema', 'public', 'pgboss')
      and n.nspname not like 'pg\\_%'
    order by 1, 2`);
  return rows;
}

async function hasJobs(client: pg.Client): Promise<boolean> {
  const found = await client.query("select from pg_namespace where nspname = 'pgboss'");
  return found.rowCount === 1;
}

function nameOf(client: pg.Client, { schema, name }: Table): string {
  return `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`;
}

function unspoken({ schema, name }: Table): string {
  return (
    `the table ${schema}.${name} needs a comment that begins with its kind: ` +
    "comment on table … is 'tenant: …', or person, global; with ', append-only' where rows stay"
  );
}
