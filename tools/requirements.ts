// Which requirement has which tests: `npm run coverage:requirements`. Fails while one has none.
import { existsSync, globSync, readFileSync } from 'node:fs';

/** Ids as test titles spell them: `[R16]`, `[AT-07]`, several in a row or in one bracket. */
const wanted: readonly (readonly [string, number])[] = [
  ['R', 164],
  ['D', 35],
  ['N', 14],
  ['B', 10],
];

const titles = globSync('{src,test,bench}/**/*.test.{ts,tsx}').flatMap((path) =>
  [
    ...readFileSync(path, 'utf8').matchAll(/\[([A-Z]{1,2}-?\d+(?:[,\s]+[A-Z]{1,2}-?\d+)*)\]/g),
  ].flatMap(([, ids]) => (ids ?? '').split(/[,\s]+/).map((id) => ({ id, path }))),
);

const byId = Map.groupBy(titles, ({ id }) => id);
const all = wanted.flatMap(([letter, last]) =>
  Array.from({ length: last }, (_, index) => `${letter}${index + 1}`),
);
const others = [...byId.keys()].filter((id) => id.includes('-')).toSorted();

for (const id of [...all, ...others]) {
  const paths = new Set(byId.get(id)?.map(({ path }) => path));
  console.log(`${id.padEnd(7)} ${paths.size === 0 ? '—' : [...paths].join(', ')}`);
}
const missing = all.filter((id) => !byId.has(id));
console.log(`\n${all.length - missing.length} of ${all.length} requirements have a test.`);
if (!existsSync('src') || missing.length > 0) process.exitCode = 1;
