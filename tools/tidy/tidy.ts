// Tidiness that linters cannot say. Each rule takes one file and names what is wrong with it.
export type SourceFile = { readonly path: string; readonly text: string };
export type Finding = { readonly rule: string; readonly where: string; readonly what: string };
type Rule = { readonly name: string; readonly find: (file: SourceFile) => readonly string[] };

/** oxfmt breaks code at 100; what it cannot break, a string or a statement, ends here. */
const maxColumns = 120;
const isCode = (path: string): boolean => /\.(ts|tsx|mjs)$/.test(path) && !isGenerated(path);
const isGenerated = (path: string): boolean => path.endsWith('.generated.ts');
const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || path.startsWith('test/');
const isText = (path: string): boolean =>
  /\/texts\/|\.letter\.ts$|-words\.ts$|src\/demo\/|\.(page|view)\.tsx$/.test(path);
const inSource = (path: string): boolean =>
  path.startsWith('src/') && isCode(path) && !isTest(path);

const drawers =
  /(^|\/)(utils?|helpers?|common|misc|shared|lib|base|manager|service|data|info)(\/|\.tsx?$)/;

/** Words that say nothing, each with what to say instead. */
const banned: readonly (readonly [RegExp, string])[] = [
  [/\bTODO\b(?!\(#\d+\))/, 'a TODO without an issue number'],
  [/\bFIXME\b|\bXXX\b/, 'FIXME: mend it or file it'],
  [/\bcustomer_id\b|\bcustomerId\b/, 'customerId: an organization is organizationId'],
  [/\btenant_id\b|\btenantId\b/, 'tenantId: organizationId'],
];

const lines = (text: string): string[] => text.split('\n');

function matching(text: string, pattern: RegExp, what: string): string[] {
  return lines(text).flatMap((line, index) =>
    pattern.test(line) ? [`${index + 1}: ${what}`] : [],
  );
}

export const rules: readonly Rule[] = [
  {
    name: 'lines-are-short',
    find: ({ path, text }) =>
      isCode(path) && !isText(path)
        ? lines(text).flatMap((line, index) =>
            line.length > maxColumns && !/https?:\/\//.test(line)
              ? [`${index + 1}: ${line.length} columns`]
              : [],
          )
        : [],
  },
  {
    name: 'no-drawers',
    find: ({ path }) => (inSource(path) && drawers.test(path) ? ['a drawer, not a room'] : []),
  },
  {
    name: 'words',
    find: ({ path, text }) =>
      inSource(path) ? banned.flatMap(([word, instead]) => matching(text, word, instead)) : [],
  },
  {
    name: 'time-is-an-argument',
    find: ({ path, text }) =>
      inSource(path) &&
      !path.startsWith('src/platform/clock/') &&
      !/^src\/(ui|web)\/|\.(page|view)\.tsx$/.test(path)
        ? matching(
            text,
            /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(/,
            'reads the machine’s clock',
          )
        : [],
  },
  {
    name: 'environment-is-read-once',
    find: ({ path, text }) =>
      inSource(path) && path !== 'src/main.ts'
        ? matching(text, /\bprocess\.env\b/, 'process.env is read in main.ts')
        : [],
  },
  {
    name: 'no-chance-in-the-server',
    find: ({ path, text }) =>
      inSource(path) && path.startsWith('src/modules/') && !path.endsWith('.page.tsx')
        ? matching(text, /\bMath\.random\(/, 'codes and tokens come from node:crypto')
        : [],
  },
  {
    name: 'tables-are-qualified',
    find: ({ path, text }) =>
      path.endsWith('.sql') && path.includes('/migrations/')
        ? matching(
            text,
            /^\s*(create table|alter table|create unique index \S+ on|create index \S+ on|insert into)\s+(if not exists\s+)?\w+\s*(\(|$)/i,
            'an unqualified table',
          )
        : [],
  },
  {
    name: 'tables-say-their-kind',
    find: ({ path, text }) =>
      path.endsWith('.sql') && path.includes('/migrations/')
        ? [...text.matchAll(/create table\s+(\w+\.\w+)/gi)].flatMap(([, table]) =>
            new RegExp(
              `comment on table\\s+${table}\\s+is\\s+'(tenant|person|global)(, append-only)?: `,
              'i',
            ).test(text)
              ? []
              : [`${table} does not say its kind in a comment`],
          )
        : [],
  },
  {
    name: 'business-sql-has-no-clock',
    find: ({ path, text }) =>
      path.endsWith('.store.ts') || (path.endsWith('.sql') && path.includes('/modules/'))
        ? matching(
            text,
            /\b(now\(\)|current_timestamp|current_date|clock_timestamp\(\))/i,
            'SQL reads the clock',
          )
        : [],
  },
  {
    name: 'no-float-money',
    find: ({ path, text }) =>
      path.endsWith('.sql')
        ? matching(
            text,
            /^\s*\w+\s+(real|double precision|float\d*|money|numeric)\b/i,
            'money is bigint minor units',
          )
        : [],
  },
  {
    name: 'suppressions-give-a-reason',
    find: ({ path, text }) =>
      isCode(path)
        ? matching(
            text,
            /(oxlint-disable|eslint-disable|@ts-(ignore|nocheck))(?!.*(--|: ).{8,})/,
            'a suppression without a reason',
          )
        : [],
  },
  {
    name: 'nothing-skipped',
    find: ({ path, text }) =>
      isTest(path) && !path.includes('tidy')
        ? matching(
            text,
            /\b(test|it|describe)\.(skip|only|todo|fails)\b/,
            'a skipped or focused test',
          )
        : [],
  },
];

/** All that is untidy in these files. */
export function untidy(files: readonly SourceFile[]): Finding[] {
  return files.flatMap((file) =>
    rules.flatMap(({ name, find }) =>
      find(file).map((what) => ({ rule: name, where: file.path, what })),
    ),
  );
}
