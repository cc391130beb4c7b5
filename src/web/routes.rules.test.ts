import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fileOf, routeLines } from './routes.tsx';

const name = (file: string): string => {
  const module = /modules\/([^/]+)\//.exec(file)?.[1] ?? 'web';
  return `${module}/${/([^/]+)\.page\.tsx$/.exec(file)?.[1] ?? ''}`;
};

test('every page that was written has an address', () => {
  const written = globSync(['src/modules/**/*.page.tsx', 'src/web/pages/*.page.tsx'])
    .map(name)
    .filter((page) => page !== 'web/design');
  const listed: readonly string[] = routeLines.map(({ page }) => page);
  expect(written.filter((page) => !listed.includes(page))).toEqual([]);
});

test('every address has a page', () => {
  expect(routeLines.filter(({ page }) => !fileOf(page)).map(({ page }) => page)).toEqual([]);
});

test('no address is listed twice', () => {
  const paths = routeLines.map(({ path }) => path);
  expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([]);
});
