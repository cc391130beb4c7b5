// From columns to the table types of one module.
import type { Catalogue, Column } from './read.ts';

const header = '// Generated from the migrations by `npm run tables`. Do not edit.\n';

/** The text of a module's tables.generated.ts. */
export function typesOf(schema: string, catalogue: Catalogue): string {
  const tables = catalogue.tables.filter((table) => table.schema === schema);
  const body = tables.map(({ name, comment }) => {
    const columns = catalogue.columns.filter((c) => c.schema === schema && c.table === name);
    const lines = columns.map((column) => columnLine(column.name, typeOf(column, catalogue)));
    const says = comment ? `${wrapped(`/** ${comment.replaceAll('*/', '')} */`, '  ')}\n` : '';
    return `${says}  '${schema}.${name}': {\n${lines.join('')}  };\n`;
  });
  const typeName = `${pascal(schema)}Tables`;
  const text = body.join('');
  return [
    header,
    importsFor(text),
    `\nexport type ${typeName} = {\n${text}};\n`,
    `\n/** Opens this module's own tables in a transaction. */\n`,
    `export const ${camel(schema)} = schemaOf<${typeName}>();\n`,
  ].join('');
}

function columnLine(name: string, type: string): string {
  const line = `    ${name}: ${type};\n`;
  if (line.length <= 101) return line;
  const broken = type.replace(/(^|<)'/, "$1\n      | '").replaceAll(/(?<=\S) \| /g, '\n      | ');
  return `    ${name}:${broken.startsWith('\n') ? '' : ' '}${broken};\n`;
}

function importsFor(text: string): string {
  const kysely = ['Generated', 'GeneratedAlways'].filter((name) => text.includes(`${name}<`));
  return [
    kysely.length > 0 ? `import type { ${kysely.join(', ')} } from 'kysely';\n` : '',
    /\bDay\b/.test(text.replaceAll(/\/\*\*[\s\S]*?\*\//g, ''))
      ? "import type { Day } from '#kernel/calendar.ts';\n"
      : '',
    "import { schemaOf } from '#platform/database/tx.ts';\n",
  ].join('');
}

const scalars: Record<string, string> = {
  int8: 'bigint',
  int2: 'number',
  int4: 'number',
  float4: 'number',
  float8: 'number',
  bool: 'boolean',
  date: 'Day',
  timestamptz: 'Date',
  json: 'unknown',
  jsonb: 'unknown',
  bytea: 'Buffer',
};

function typeOf(column: Column, catalogue: Catalogue): string {
  const isList = column.udt.startsWith('_');
  const scalar = scalars[isList ? column.udt.slice(1) : column.udt] ?? 'string';
  const literals = isList || scalar !== 'string' ? [] : literalsOf(column, catalogue);
  const one = literals.length > 0 ? literals.map((word) => `'${word}'`).join(' | ') : scalar;
  const many = isList ? `${one}[]` : one;
  const full = column.notNull || many === 'unknown' ? many : `${many} | null`;
  if (column.generated || column.always) return `GeneratedAlways<${full}>`;
  return column.fallback === null ? full : `Generated<${full}>`;
}

/** The words of `check (state in ('open', 'paid'))`. */
function literalsOf(column: Column, catalogue: Catalogue): string[] {
  const checks = catalogue.constraints.filter(
    (k) => k.kind === 'c' && k.schema === column.schema && k.table === column.table,
  );
  for (const { text } of checks) {
    const list = new RegExp(
      `^CHECK \\(\\(${column.name} = ANY \\(ARRAY\\[((?:'[\\w-]+'::text(?:, )?)+)\\]\\)\\)\\)$`,
    ).exec(text)?.[1];
    if (list) return [...list.matchAll(/'([\w-]+)'/g)].map((match) => match[1] ?? '');
    const only = new RegExp(`^CHECK \\(\\(${column.name} = '([\\w-]+)'::text\\)\\)$`).exec(
      text,
    )?.[1];
    if (only) return [only];
  }
  return [];
}

export function camel(schema: string): string {
  return schema.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function pascal(schema: string): string {
  return camel(`_${schema}`);
}

/** Breaks a comment at 100 columns. */
function wrapped(comment: string, indent: string): string {
  if (indent.length + comment.length <= 100) return indent + comment;
  const words = comment.slice(4, -3).split(/\s+/);
  const lines = [''];
  for (const word of words) {
    const last = lines.length - 1;
    const longer = `${lines[last]} ${word}`.trimStart();
    if (longer.length + indent.length + 3 > 100) lines.push(word);
    else lines[last] = longer;
  }
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`), `${indent} */`].join('\n');
}
