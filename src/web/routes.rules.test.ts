import { expect, test } from 'vitest';
import { fileOf, routeLines } from './routes.tsx';

const written = Object.keys(
  import.meta.glob(['../modules/**/*.page.tsx', './pages/*.page.tsx', '!./pages/design.page.tsx']),
);

const name = (file: string): string => {
  const module = /modules\/([^/]+)\//.exec(file)?.[1] ?? 'web';
  return `${module}/${/([^/]+)\.page\.tsx$/.exec(file)?.[1] ?? ''}`;
};

test('every page that was written has an address', () => {
  const listed: readonly string[] = routeLines.map(({ page }) => page);
  expect(written.map(name).filter((page) => !listed.includes(page))).toEqual([]);
});

test('every address has a page', () => {
  expect(routeLines.map(({ page }) => page).filter((page) => !fileOf(page))).toEqual([]);
});

test('no address is listed twice', () => {
  const paths = routeLines.map(({ path }) => path);
  expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([]);
});
