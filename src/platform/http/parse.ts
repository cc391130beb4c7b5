import { Readable } from 'node:stream';
import type { z } from 'zod';
import { isPlain } from './plain.rules.ts';
import { notAsPromised } from './refusals.ts';

type Part = 'params' | 'query' | 'body';

/** Turns away, before anything is looked up, what no contract can promise to keep. */
export function refuseOddText(request: { readonly [part in Part]?: unknown }): void {
  for (const where of ['params', 'query', 'body'] as const) {
    const input = request[where];
    if (input instanceof Readable || isPlain(input)) continue;
    throw notAsPromised({ where, issues: [{ path: '', message: 'not text', code: 'custom' }] });
  }
}

/** Input as the contract promises it, or a refusal that names every place where it is not. */
export function parsed(schema: z.ZodType | undefined, input: unknown, where: Part): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(input ?? (where === 'query' ? {} : input));
  if (result.success) return result.data;
  const issues = result.error.issues.map((issue) => ({
    path: issue.path.join('.'),
    message: issue.message,
    code: issue.code,
  }));
  throw notAsPromised({ where, issues });
}
