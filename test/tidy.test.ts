import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { rules, untidy, type SourceFile } from '../tools/tidy/tidy.ts';

const files: SourceFile[] = globSync('{src,test,tools,bench}/**/*.{ts,tsx,mjs,sql}', {
  exclude: ['**/node_modules/**', 'tools/tidy/**', 'test/tidy.test.ts'],
})
  .filter((path) => statSync(path).isFile())
  .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }));

test.for(rules.map(({ name }) => name))('tidy: %s', (name) => {
  const findings = untidy(files).filter(({ rule }) => rule === name);
  expect(findings.map(({ where, what }) => `${where}:${what}`)).toEqual([]);
});

/** One file that breaks each rule: the proof that the rule can fail. */
const broken: Record<string, SourceFile> = {
  'lines-are-short': { path: 'src/kernel/a.ts', text: `const a = '${'x'.repeat(120)}';` },
  'no-drawers': { path: 'src/modules/billing/utils/a.ts', text: '' },
  words: { path: 'src/modules/billing/a.ts', text: '// TODO later' },
  'time-is-an-argument': { path: 'src/modules/billing/a.ts', text: 'const now = new Date();' },
  'environment-is-read-once': { path: 'src/modules/billing/a.ts', text: 'process.env.PORT' },
  'no-chance-in-the-server': { path: 'src/modules/billing/a.ts', text: 'Math.random()' },
  'tables-are-qualified': {
    path: 'src/modules/billing/migrations/1.sql',
    text: 'create table invoice (',
  },
  'tables-say-their-kind': {
    path: 'src/modules/billing/migrations/1.sql',
    text: 'create table billing.invoice (id uuid);',
  },
  'business-sql-has-no-clock': { path: 'src/modules/a/b.store.ts', text: 'sql`select now()`' },
  'no-float-money': { path: 'src/modules/billing/migrations/1.sql', text: 'minor numeric' },
  'suppressions-give-a-reason': { path: 'src/kernel/a.ts', text: '// oxlint-disable-next-line' },
  'nothing-skipped': { path: 'src/kernel/a.test.ts', text: "test.skip('x', () => {})" },
};

test.for(rules.map(({ name }) => name))('tidy can fail: %s', (name) => {
  const file = broken[name];
  expect(file, 'each rule has a file that breaks it').toBeDefined();
  expect(untidy([file!]).map(({ rule }) => rule)).toContain(name);
});

test('every module has a README and a door', () => {
  const modules = globSync('src/modules/*/').map((path) => path.replace(/\/$/, ''));
  const missing = modules.flatMap((path) =>
    ['README.md', 'index.ts'].map((name) => join(path, name)).filter((path) => !existsSync(path)),
  );
  expect(modules.length).toBeGreaterThan(5);
  expect(missing).toEqual([]);
});

test('a feature folder is small enough to be seen at once', () => {
  const folders = globSync('src/modules/*/*/').filter((path) => !/migrations|texts/.test(path));
  const full = folders
    .map((path) => ({ path, count: filesIn(path).length }))
    .filter(({ count }) => count > 14);
  expect(full).toEqual([]);
});

function filesIn(folder: string): string[] {
  return globSync(`${folder}/*`).filter(
    (path) => statSync(path).isFile() && !/\.(test|page|view)\.tsx?$/.test(path),
  );
}

test('links in documents resolve', () => {
  const documents = globSync(['*.md', 'docs/**/*.md', 'src/**/*.md', 'guides/**/*.md']);
  const dead = documents.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/\]\((?!https?:|#|mailto:|\/)([^)#\s]+)/g)]
      .map(([, target]) => join(dirname(path), target ?? ''))
      .filter((target) => !existsSync(target))
      .map((target) => `${path} → ${target}`),
  );
  expect(dead).toEqual([]);
});
