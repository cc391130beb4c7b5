// npm test: rules and stories on real PostgreSQL, then the journeys in a browser. Arguments go to
// vitest, and then the browser stays closed: `npm test -- src/modules/billing`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, root, run, say } from './bootstrap.mjs';

const results = join(root, 'test-results');
const storyResults = join(results, 'stories.json');
const journeyResults = join(results, 'journeys.json');

ensureInstalled();
ensureBuilt();
ensureOathtool();
mkdirSync(results, { recursive: true });
const chosen = process.argv.slice(2);

const stories = runVitest(chosen);
const journeys = chosen.length > 0 ? undefined : runPlaywright();

for (const [name, part] of Object.entries({ stories, journeys })) {
  if (part) say(`${name}: ${part.passed} passed, ${part.failed} failed`);
}
const failed = (stories.failed ?? 0) + (journeys?.failed ?? 0);
say(`\n${stories.passed + (journeys?.passed ?? 0)} passed, ${failed} failed`);
process.exitCode = failed > 0 || stories.status !== 0 || (journeys?.status ?? 0) !== 0 ? 1 : 0;

function runVitest(args) {
  rmSync(storyResults, { force: true });
  const json = ['--reporter=json', `--outputFile.json=${storyResults}`];
  const status = run('vitest', ['run', '--reporter=default', ...json, ...args]);
  const report = readReport(storyResults);
  return {
    status,
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? (status === 0 ? 0 : 1),
  };
}

function runPlaywright() {
  if (!existsSync(join(root, 'playwright.config.ts'))) return undefined;
  rmSync(journeyResults, { force: true });
  const status = run('playwright', ['test', '--reporter=list,json'], {
    env: { CHROMIUM_PATH: ensureBrowser(), PLAYWRIGHT_JSON_OUTPUT_NAME: journeyResults },
  });
  const { stats } = readReport(journeyResults) ?? {};
  return {
    status,
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? (status === 0 ? 0 : 1),
  };
}

/** The operator's Chromium, the system's, Debian's where we may install it, or Playwright's. */
function ensureBrowser() {
  const known = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  const found = () => known.find((path) => path && existsSync(path));
  if (found()) return found();
  if (process.getuid?.() === 0 && has('apt-get')) {
    say('Installing a browser for the tests.');
    const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
    run('apt-get', ['update', '-qq'], quiet);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet);
  }
  if (!found()) run('playwright', ['install', 'chromium']);
  return found() ?? '';
}

/** The other program that computes codes, where we may install it; tests know the way by hand too. */
function ensureOathtool() {
  if (has('oathtool') || process.getuid?.() !== 0 || !has('apt-get')) return;
  say('Installing oathtool for the tests.');
  const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
  run('apt-get', ['update', '-qq'], quiet);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'oathtool'], quiet);
}

function has(command) {
  return spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;
}

function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}
