import type { RefusalKind } from '#kernel/refusal.ts';

export type RefusalFacts = { readonly [name: string]: unknown };

/** What the API answered instead of doing it (problem+json). */
export class ApiRefusal extends Error {
  readonly code: string;
  readonly kind: RefusalKind | 'bug' | 'unreachable';
  readonly facts: RefusalFacts;
  readonly requestId: string | undefined;
  constructor(problem: Problem) {
    super(problem.code);
    this.name = 'ApiRefusal';
    this.code = problem.code;
    this.kind = problem.kind;
    this.facts = problem.facts;
    this.requestId = problem.requestId;
  }
}

type Problem = Pick<ApiRefusal, 'code' | 'kind' | 'facts'> & {
  readonly requestId?: string | undefined;
};

export const unreachable = (): ApiRefusal =>
  new ApiRefusal({ code: 'http.unreachable', kind: 'unreachable', facts: {} });

const kinds: readonly string[] = [
  'invalid',
  'unauthenticated',
  'step-up',
  'forbidden',
  'not-found',
  'conflict',
  'too-many',
  'unavailable',
  'bug',
];

/** Reads an answer that is not the promised one; what is no problem document is a bug. */
export function refusalFrom(body: unknown, requestId: string | null): ApiRefusal {
  if (isProblem(body)) return new ApiRefusal(body);
  return new ApiRefusal({
    code: 'http.bug',
    kind: 'bug',
    facts: {},
    requestId: requestId ?? undefined,
  });
}

function isProblem(body: unknown): body is Problem {
  if (typeof body !== 'object' || body === null) return false;
  const { code, kind, facts } = body as { [name: string]: unknown };
  const known = typeof kind === 'string' && kinds.includes(kind);
  return known && typeof code === 'string' && typeof facts === 'object' && facts !== null;
}
