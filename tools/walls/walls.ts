// The walls of the house, as data. ARCHITECTURE.md draws them; test/walls.test.ts proves that each
// stands and
// that each can fall.

/** From the ground up: a module may use those before it in this list, never those after it. */
export const modules = [
  'activity',
  'messages',
  'identity',
  'organizations',
  'catalogue',
  'ledger',
  'billing',
  'subscriptions',
  'partners',
  'support',
  'developer',
  'help',
] as const;

/** One import, as the walls see it: paths from the root of the repository, or a package's name. */
export type Import = {
  readonly from: string;
  readonly to: string;
  /** `import type`: gone before anything runs. */
  readonly typeOnly: boolean;
};

export type Wall = {
  readonly name: string;
  readonly because: string;
  /** True when an import is on the wrong side. */
  readonly isBroken: (found: Import) => boolean;
  /** An import that breaks it: the proof that the wall can fall. */
  readonly broken: Import;
};

const moduleOf = (path: string): string | undefined => /^src\/modules\/([^/]+)\//.exec(path)?.[1];
const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);
const isKind = (path: string, kind: string): boolean => new RegExp(`\\.${kind}\\.tsx?$`).test(path);
const isBrowser = (path: string): boolean => /^src\/(ui|web)\/|\.(page|view)\.tsx$/.test(path);
const isOurs = (path: string): boolean => path.startsWith('src/');
const isText = (path: string): boolean => /\/texts\/[a-z]{2}\.ts$/.test(path);
/** An act, a letter, a module's door: a file of a module that is of no special kind. */
const isPlain = (path: string): boolean =>
  moduleOf(path) !== undefined &&
  !/\.(rules|store|contract|routes|jobs|page|view|test)\.tsx?$/.test(path);

/** Pure packages: they decide from what they are given. */
const rulePackages = new Set(['zod', 'libphonenumber-js/min', 'libphonenumber-js/max']);

function wall(
  name: string,
  because: string,
  isBroken: Wall['isBroken'],
  [from, to]: readonly [string, string],
): Wall {
  const watched: Wall['isBroken'] = (found) => !isTest(found.from) && isBroken(found);
  return { name, because, isBroken: watched, broken: { from, to, typeOnly: false } };
}

const kinds: readonly Wall[] = [
  wall(
    'rules-are-pure',
    'Rules decide; they see no database, no HTTP, no clock and no other module but its rules.',
    ({ from, to }) =>
      isKind(from, 'rules') &&
      (isOurs(to) ? !to.startsWith('src/kernel/') && !isKind(to, 'rules') : !rulePackages.has(to)),
    ['src/modules/billing/bank/a.rules.ts', 'src/modules/billing/bank/a.store.ts'],
  ),
  wall(
    'rules-stay-home',
    'Rules of another module are reached through its index.ts by acts, not by rules.',
    ({ from, to, typeOnly }) =>
      isKind(from, 'rules') && isKind(to, 'rules') && !typeOnly && moduleOf(from) !== moduleOf(to),
    ['src/modules/billing/tax/a.rules.ts', 'src/modules/catalogue/prices/b.rules.ts'],
  ),
  wall(
    'stores-remember',
    'A store knows rules, kernel and its own schema; no HTTP, no jobs, no acts.',
    ({ from, to }) =>
      isKind(from, 'store') &&
      isOurs(to) &&
      !/^src\/kernel\/|^src\/platform\/(database|keys|files)\//.test(to) &&
      !isKind(to, 'rules') &&
      !isKind(to, 'store') &&
      !to.endsWith('/tables.generated.ts') &&
      !to.endsWith('.refusals.ts') &&
      !to.endsWith('/index.ts'),
    ['src/modules/billing/invoices/a.store.ts', 'src/platform/http/route.ts'],
  ),
  wall(
    'contracts-are-for-both-sides',
    'The browser reads contracts: they see rules, refusals and the kernel only.',
    ({ from, to, typeOnly }) =>
      isKind(from, 'contract') &&
      isOurs(to) &&
      !typeOnly &&
      !to.startsWith('src/kernel/') &&
      !isKind(to, 'rules') &&
      !isKind(to, 'contract') &&
      !to.endsWith('.refusals.ts'),
    ['src/modules/billing/invoices/a.contract.ts', 'src/modules/billing/invoices/a.store.ts'],
  ),
  wall(
    'acts-know-no-http',
    'Rules decide, stores remember, routes translate: an act never sees HTTP.',
    ({ from, to, typeOnly }) =>
      isPlain(from) &&
      !typeOnly &&
      to.startsWith('src/platform/http/') &&
      !to.endsWith('/refusals.ts') &&
      !/\/(module|index)\.ts$/.test(from),
    ['src/modules/billing/bank/import-statement.ts', 'src/platform/http/route.ts'],
  ),
  wall(
    'routes-write-no-sql',
    'A statement is written once, in its store.',
    ({ from, to }) => (isKind(from, 'routes') || isKind(from, 'jobs')) && to === 'kysely',
    ['src/modules/billing/bank/a.routes.ts', 'kysely'],
  ),
  wall(
    'browser-stays-in-the-browser',
    'Pages, ui and web load contracts as types, rules and texts; nothing that runs on a server.',
    ({ from, to, typeOnly }) =>
      isBrowser(from) &&
      !typeOnly &&
      (to.startsWith('node:') ||
        (isOurs(to) &&
          !isBrowser(to) &&
          !to.startsWith('src/kernel/') &&
          !isKind(to, 'rules') &&
          !isText(to))),
    ['src/modules/billing/invoices/invoices.page.tsx', 'src/modules/billing/invoices/a.store.ts'],
  ),
  wall(
    'contracts-stay-out-of-the-bundle',
    'zod stays out of the browser: a page imports the type of a contract only.',
    ({ from, to, typeOnly }) => isBrowser(from) && isKind(to, 'contract') && !typeOnly,
    ['src/web/api/a.ts', 'src/modules/billing/invoices/a.contract.ts'],
  ),
  wall(
    'server-shows-no-pages',
    'What a person sees is the browser’s matter.',
    ({ from, to }) => isOurs(from) && !isBrowser(from) && isBrowser(to),
    ['src/modules/billing/invoices/a.routes.ts', 'src/ui/money.tsx'],
  ),
];

const houses: readonly Wall[] = [
  wall(
    'kernel-stands-alone',
    'Words that everyone shares depend on nobody.',
    ({ from, to }) => from.startsWith('src/kernel/') && isOurs(to) && !to.startsWith('src/kernel/'),
    ['src/kernel/a.ts', 'src/platform/clock/clock.ts'],
  ),
  wall(
    'platform-knows-no-module',
    'Database, HTTP and jobs have no business words.',
    ({ from, to }) => from.startsWith('src/platform/') && moduleOf(to) !== undefined,
    ['src/platform/http/a.ts', 'src/modules/billing/index.ts'],
  ),
  wall(
    'ui-has-no-business-words',
    'The design system knows no module.',
    ({ from, to, typeOnly }) =>
      from.startsWith('src/ui/') &&
      !typeOnly &&
      (moduleOf(to) !== undefined || to.startsWith('src/web/')),
    ['src/ui/a.tsx', 'src/modules/billing/invoices/a.rules.ts'],
  ),
  wall(
    'enter-by-the-index',
    'A module is used through its index.ts.',
    ({ from, to }) =>
      moduleOf(from) !== undefined &&
      moduleOf(to) !== undefined &&
      moduleOf(from) !== moduleOf(to) &&
      !/^src\/modules\/[^/]+\/index\.ts$/.test(to) &&
      !(isBrowser(from) && /\.(contract|rules|page|view)\.tsx?$/.test(to)),
    ['src/modules/subscriptions/orders/place-order.ts', 'src/modules/billing/tax/a.store.ts'],
  ),
  wall(
    'only-main-reads-the-environment',
    'Modules and platform do not start the house.',
    ({ from, to }) =>
      isOurs(from) &&
      !/^src\/(main|app)\.ts$/.test(from) &&
      /^src\/(main|app)\.ts$/.test(to) &&
      !from.startsWith('src/demo/'),
    ['src/platform/http/a.ts', 'src/main.ts'],
  ),
];

const heights: readonly Wall[] = modules.slice(0, -1).map((name, height) => {
  const above = new Set<string>(modules.slice(height + 1));
  return wall(
    `${name}-looks-down-only`,
    'Upward news travels as news, connected in app.ts.',
    ({ from, to }) => moduleOf(from) === name && !isBrowser(from) && above.has(moduleOf(to) ?? ''),
    [`src/modules/${name}/x/a.ts`, `src/modules/${modules[height + 1]}/index.ts`],
  );
});

export const walls: readonly Wall[] = [...kinds, ...houses, ...heights];
