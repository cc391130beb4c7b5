import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { texts as en } from './en.generated.ts';
import { texts as es } from './es.generated.ts';

type Bundle = { readonly [key: string]: unknown };
const bundles = { en, es } as { readonly [language: string]: { readonly [m: string]: Bundle } };

/** Every refusal that a contract or the edge can answer with. */
async function refusalCodes(): Promise<string[]> {
  const files = globSync([
    'src/**/*.contract.ts',
    'src/**/*.refusals.ts',
    'src/platform/http/refusals.ts',
  ]);
  const modules = await Promise.all(
    files.map((file): Promise<Bundle> => import(pathToFileURL(resolve(file)).href)),
  );
  const exported = modules.flatMap((module) => Object.values(module));
  const promised = exported.flatMap((value) => (hasRefusals(value) ? value.refusals : []));
  const codes = [...exported, ...promised].flatMap((value) =>
    isRefusal(value) ? [value.code] : [],
  );
  return [...new Set(codes)].toSorted();
}

const hasRefusals = (value: unknown): value is { refusals: readonly unknown[] } =>
  typeof value === 'object' &&
  value !== null &&
  'refusals' in value &&
  Array.isArray(value.refusals);

const isRefusal = (value: unknown): value is { code: string } =>
  typeof value === 'function' && 'code' in value && 'kind' in value;

test.for(['en', 'es'])('every refusal is explained in %s', async (language) => {
  const codes = await refusalCodes();
  const mute = codes.filter((code) => {
    const [module = '', reason = ''] = code.split('.');
    const home = bundles[language]?.[module === 'http' ? 'web' : module];
    return typeof (home?.['refusal'] as Bundle | undefined)?.[reason] !== 'string';
  });
  expect(codes.length).toBeGreaterThan(20);
  expect(mute).toEqual([]);
});

test('what English asks for, Spanish is given, and nothing else', () => {
  const placeholders = (value: unknown, path = ''): string[] =>
    typeof value === 'string'
      ? [`${path}: ${[...new Set(value.match(/\{\{\w+/g) ?? [])].toSorted().join(' ')}`]
      : Object.entries(value as Bundle).flatMap(([key, inner]) =>
          placeholders(inner, `${path}/${key}`),
        );
  expect(placeholders(es)).toEqual(placeholders(en));
});
