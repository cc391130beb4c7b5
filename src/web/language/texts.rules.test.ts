import { expect, test } from 'vitest';
import { texts as en } from './en.generated.ts';
import { texts as es } from './es.generated.ts';

type Bundle = { readonly [key: string]: unknown };
const bundles = { en, es } as { readonly [language: string]: { readonly [m: string]: Bundle } };

const sources = import.meta.glob<Bundle>(
  ['../../modules/**/*.contract.ts', '../../**/*.refusals.ts', '../../platform/http/refusals.ts'],
  { eager: true },
);

/** Every refusal that a contract or the edge can answer with. */
function refusalCodes(): string[] {
  const exported = Object.values(sources).flatMap((module) => Object.values(module));
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

test.for(['en', 'es'])('every refusal is explained in %s', (language) => {
  const codes = refusalCodes();
  const mute = codes.filter((code) => {
    const [module = '', reason = ''] = code.split('.');
    const home = bundles[language]?.[module] ?? bundles[language]?.['web']; // the platform's
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
