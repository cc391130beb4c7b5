import type { Refusal, RefusalKind } from '#kernel/refusal.ts';
import { z } from 'zod';

/** The one table from kinds of refusal to HTTP (settled 4). */
export const statusOf: Record<RefusalKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  'step-up': 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-many': 429,
  unavailable: 503,
};

/** RFC 9457. `code` is the key of the sentence that explains it; `facts` fill its placeholders. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    kind: z.string(),
    facts: z.record(z.string(), z.unknown()),
    requestId: z.string(),
  })
  .meta({ id: 'Problem', description: 'Why a request was turned down (RFC 9457).' });

export type Problem = z.infer<typeof problem>;

export function toProblem(refusal: Refusal, requestId: string): Problem {
  return {
    type: `urn:atrio:refusal:${refusal.code}`,
    title: refusal.code,
    status: statusOf[refusal.kind],
    code: refusal.code,
    kind: refusal.kind,
    facts: refusal.facts,
    requestId,
  };
}
