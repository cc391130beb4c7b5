import type { z } from 'zod';
import { notAsPromised } from './refusals.ts';

/** Input as the contract promises it, or a refusal that names every place where it is not. */
export function parsed(
  schema: z.ZodType | undefined,
  input: unknown,
  where: 'params' | 'query' | 'body',
): unknown {
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
