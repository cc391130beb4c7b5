import { csvLine } from './csv.rules.ts';
import type { ListedActivity } from './list-activity.ts';

const head = [
  'at',
  'action',
  'result',
  'actor',
  'about',
  'products',
  'device',
  'place',
  'facts',
  'entry',
];

/** A log as CSV with a byte order mark, so that spreadsheets read its letters. */
export function csvOf(rows: readonly ListedActivity[]): Uint8Array {
  return new TextEncoder().encode(`\uFEFF${csvLine(head)}${rows.map(lineOf).join('')}`);
}

function lineOf(entry: ListedActivity): string {
  const { at, action, result, actor, about, products = [], facts } = entry;
  const told = Object.entries(facts).map(([name, value]) => `${name}: ${value}`);
  return csvLine([
    at,
    action,
    result,
    actor.name ?? actor.kind,
    about?.label ?? '',
    products.map(({ label }) => label).join('; '),
    entry.device ?? '',
    entry.place ?? '',
    told.join('; '),
    entry.id,
  ]);
}
