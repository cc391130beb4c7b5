import { CompiledQuery, type Transaction } from 'kysely';

/** Rows by table, as JSON spells them: big numbers as text, because JSON loses digits. */
export type RowsToInsert<Tables> = {
  readonly [Table in keyof Tables]?: readonly { readonly [C in keyof Tables[Table]]?: unknown }[];
};

/**
 * Inserts what belongs together, whatever tables it stands in, in one statement: keys between the
 * rows are looked at when all of them are there. All rows of a table name the same columns; columns
 * that they leave out get their defaults.
 */
export async function insertRows<Tables>(
  transaction: Transaction<Tables>,
  rows: RowsToInsert<Tables>,
): Promise<void> {
  const shapes = Object.entries<readonly object[] | undefined>(rows).flatMap(([table, given]) =>
    given?.[0] ? [{ table, columns: sameColumns(given) }] : [],
  );
  if (shapes.length === 0) return;
  const text = `with given as (select $1::jsonb as rows), ${shapes.map(insertOf).join(', ')} select`;
  await transaction.executeQuery(CompiledQuery.raw(text, [JSON.stringify(rows)]));
}

/** A column that only some rows name would be lost, or null instead of its default. */
function sameColumns(rows: readonly object[]): readonly string[] {
  const [columns = [], ...others] = rows.map((row) => Object.keys(row));
  const known = new Set(columns);
  const isSame = (names: readonly string[]): boolean =>
    names.length === known.size && names.every((name) => known.has(name));
  if (!others.every(isSame)) throw new TypeError('rows of one table name different columns');
  return columns;
}

type Shape = { readonly table: string; readonly columns: readonly string[] };

function insertOf({ table, columns }: Shape, index: number): string {
  const name = table.split('.').map(quoted).join('.');
  const list = columns.map(quoted).join(', ');
  return `written_${index} as (insert into ${name} (${list}) select ${list}
    from given, jsonb_populate_recordset(null::${name}, rows->'${table}'))`;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
