// npm run check: everything that is not a test run. What fails is named; the rest is checked all
// the same.
import { spawnSync } from 'node:child_process';
import { stopwatch } from '#platform/clock/stopwatch.ts';

const steps: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['format', 'oxfmt', '--check'],
  ['lint', 'oxlint', '--type-aware', '--deny-warnings'],
  ['types of the server', 'tsc', '-p', 'tsconfig.json'],
  ['types of the pages', 'tsc', '-p', 'tsconfig.web.json'],
  ['walls and tidiness', 'vitest', 'run', 'test/walls.test.ts', 'test/tidy.test.ts'],
  ['tables as migrated', 'node', 'tools/tables.ts', '--check'],
  ['tables of the API', 'node', 'tools/api-table.ts', '--check'],
  ['table of letters', 'node', 'tools/letters.ts', '--check'],
  ['dead code', 'knip'],
  ['build', 'node', 'tools/build.mjs'],
  ['size of the first page', 'node', 'tools/web-size.ts'],
];

const failed = steps.filter(([name, command, ...args]) => {
  const seconds = stopwatch();
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  console.log(`${status === 0 ? 'ok     ' : 'FAILED '} ${name} (${seconds().toFixed(1)} s)`);
  if (status !== 0) console.log(`${stdout}${stderr}`);
  return status !== 0;
});

if (failed.length > 0) {
  console.log(
    `${failed.length} of ${steps.length} failed: ${failed.map(([name]) => name).join(', ')}`,
  );
  process.exitCode = 1;
}
