/**
 * A request the rules turn down. Expected, explained to the person who asked, and never a bug.
 * The rules know why they refuse; only the HTTP edge knows what status that is.
 */
export class Refusal<Facts extends RefusalFacts = RefusalFacts> extends Error {
  readonly code: string;
  readonly kind: RefusalKind;
  readonly facts: Facts;
  constructor(code: string, kind: RefusalKind, facts: Facts) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.kind = kind;
    this.facts = facts;
  }
}

export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'step-up'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-many'
  | 'unavailable';

/** What explains a refusal: travels as JSON and fills the placeholders of its translation. */
export type RefusalFacts = { readonly [name: string]: unknown };

export type RefusalDefinition<Facts extends RefusalFacts = RefusalFacts> = {
  (facts: Facts): Refusal<Facts>;
  readonly code: string;
  readonly kind: RefusalKind;
};

/**
 * `code` is spelled `<module>.<what-is-wrong>`; its sentence stands in the module's texts under it.
 */
export function defineRefusal<Facts extends RefusalFacts>(
  code: string,
  kind: RefusalKind,
): RefusalDefinition<Facts> {
  return Object.assign((facts: Facts) => new Refusal(code, kind, facts), { code, kind });
}
