// What an attacker sends in place of what a contract asks for: made from its declaration, so that a
// new route is tried the day it is written.
import { z } from 'zod';

/** A JSON schema, as far as it is looked at here. */
export type Schema = {
  readonly $ref?: string;
  readonly $defs?: { readonly [name: string]: Schema };
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly type?: string;
  readonly properties?: { readonly [name: string]: Schema };
  readonly items?: Schema;
  readonly additionalProperties?: unknown;
  readonly propertyNames?: Schema;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
};

export const schemaOf = (type: z.ZodType): Schema =>
  z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' }) as Schema;

/** Every object that a schema describes, however deep. */
export function* objectsIn(schema: Schema): Generator<Schema> {
  if (schema.type === 'object') yield schema;
  const { anyOf = [], oneOf = [], items, properties = {}, $defs = {} } = schema;
  const inner = [...Object.values(properties), ...Object.values($defs), ...anyOf, ...oneOf];
  for (const one of items ? [...inner, items] : inner) yield* objectsIn(one);
}

/** Each kind of thing that a schema describes, filled in roughly as a person would. */
export function examplesOf(type: z.ZodType): readonly unknown[] {
  const schema = schemaOf(type);
  const variants = schema.oneOf ?? schema.anyOf ?? [schema];
  return variants.map((one) => exampleOf(one, schema.$defs ?? {}));
}

function exampleOf(schema: Schema, defs: NonNullable<Schema['$defs']>): unknown {
  if (schema.$ref !== undefined) {
    return exampleOf(defs[schema.$ref.split('/').at(-1) ?? ''] ?? {}, defs);
  }
  if ('const' in schema) return schema.const;
  const [first] = schema.enum ?? [];
  if (first !== undefined) return first;
  const [variant] = schema.anyOf ?? schema.oneOf ?? [];
  if (variant) return exampleOf(variant, defs);
  if (schema.type === 'object') {
    const parts = Object.entries(schema.properties ?? {});
    return Object.fromEntries(parts.map(([name, part]) => [name, exampleOf(part, defs)]));
  }
  if (schema.type === 'array') return [exampleOf(schema.items ?? {}, defs)];
  if (schema.type === 'integer' || schema.type === 'number')
    return Math.max(1, schema.minimum ?? 1);
  if (schema.type === 'boolean') return true;
  return textOf(schema);
}

function textOf({ pattern = '', format }: Schema): string {
  const id = /^\^([a-z]{3})_/.exec(pattern)?.[1];
  if (id !== undefined) return `${id}_${'0'.repeat(31)}1`;
  if (format === 'date') return '2026-04-01';
  if (format === 'date-time') return '2026-04-01T00:00:00Z';
  if (pattern.includes('[A-Z]{2}')) return 'CH';
  return 'Some text 1';
}

/** The same with one of its values after the other put in the place of each. */
export function* twisted(value: unknown, hostile: readonly unknown[]): Generator {
  if (Array.isArray(value)) {
    for (const [at, part] of value.entries()) {
      for (const one of twisted(part, hostile)) yield value.with(at, one);
    }
    return;
  }
  if (typeof value !== 'object' || value === null) {
    yield* hostile;
    return;
  }
  for (const [name, part] of Object.entries(value)) {
    for (const one of twisted(part, hostile)) yield { ...value, [name]: one };
  }
}

/** What no database keeps. */
export const oddTexts = ['a\0b', 'half a \ud83e'] as const;

/** Days and moments that no calendar or no database has, numbers beyond every type, other types. */
export const oddValues: readonly unknown[] = [
  ...oddTexts,
  ...['0000-01-01', '0001-01-01', '2026-02-30', '9999-12-31', '+275760-09-13T00:00:00.000Z'],
  ...[-1, 0, 2 ** 31, 2 ** 53, 1e308, '9'.repeat(400), '-5.00', '99999999999999999999.99'],
  ...[null, [], {}, true, '', "'; drop table", '\u202eabc', '%00', 'x'.repeat(20_000)],
];

const cursor = (...keys: readonly unknown[]): string =>
  Buffer.from(JSON.stringify(keys)).toString('base64url');

const uuid = '00000000-0000-7000-8000-000000000000';

/** Where a list would go on if it believed it. */
export const oddCursors: readonly string[] = [
  ...['', '-', 'null', '__proto__', 'x'.repeat(400)],
  ...[cursor(), cursor(1), cursor(null, null), cursor('a\0b', 'a\0b', 'a\0b'), cursor('foo')],
  ...['2026', 'infinity', '0000-01-01', '2026-02-30', '-271821-04-20', '2026-03-31'].flatMap(
    (at) => [cursor(at), cursor(at, 'foo'), cursor(at, uuid), cursor(at, uuid, '9'.repeat(18))],
  ),
];
