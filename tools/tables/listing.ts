// docs/schema.sql: the present, readable without replaying the past.
import type { Catalogue, Column, Part, Table } from './read.ts';

/** All tables of all modules with their keys, comments, indexes and triggers. */
export function listingOf(catalogue: Catalogue): string {
  const schemas = [...new Set(catalogue.tables.map((table) => table.schema))];
  const parts = schemas.flatMap((schema) => [
    `-- ${'-'.repeat(80)}\n-- ${schema}\n`,
    ...catalogue.routines.filter((r) => r.schema === schema).map((r) => `${r.text.trim()};\n`),
    ...catalogue.tables
      .filter((t) => t.schema === schema)
      .map((table) => tableText(table, catalogue)),
  ]);
  const header = '-- Generated from the migrations by `npm run tables`. Do not edit.\n\n';
  return header + parts.join('\n');
}

function tableText(table: Table, catalogue: Catalogue): string {
  const of = <P extends { schema: string; table: string }>(parts: P[]): P[] =>
    parts.filter((part) => part.schema === table.schema && part.table === table.name);
  const columns = of(catalogue.columns);
  const width = Math.max(...columns.map(({ name }) => name.length));
  const lines = [
    ...columns.map((column) => columnText(column, width)),
    ...of(catalogue.constraints).map(({ name, text }) => `constraint ${name} ${text}`),
  ];
  const after = [...of(catalogue.indexes), ...of(catalogue.triggers)].map(
    (part: Part) => part.text,
  );
  return [
    ...commentLines(table.comment ?? ''),
    `create table ${table.schema}.${table.name} (`,
    lines.map((line) => `  ${line}`).join(',\n'),
    ');',
    ...after.map((text) => `${text};`),
    '',
  ].join('\n');
}

function columnText({ name, type, notNull, fallback, generated }: Column, width: number): string {
  const value = generated ? ` generated always as (${fallback}) stored` : ` default ${fallback}`;
  const rest = `${notNull ? ' not null' : ''}${fallback === null ? '' : value}`;
  return `${name.padEnd(width)} ${type}${rest}`;
}

function commentLines(comment: string): string[] {
  const lines: string[] = [];
  let line = '--';
  for (const word of comment.split(/\s+/)) {
    if (`${line} ${word}`.length > 100) {
      lines.push(line);
      line = '--';
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}
