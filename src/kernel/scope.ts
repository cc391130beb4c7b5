import type { Id } from './ids.ts';
import type { Permission } from './permission.ts';

/**
 * Which of a kind somebody may see: all there are and will be, or these and no others. The edge
 * makes it when it lets a request in; stores that list demand it, so that no route forgets it.
 */
export type Scope<Prefix extends string = string> =
  | { readonly all: true }
  | { readonly all: false; readonly only: readonly Id<Prefix>[] };

/** Who administrates, a job and the provider's people see them all. */
export const everything = { all: true } as const;

/** What a handler is told about its reader, by the permission that its route asks. */
export type ScopeOf<P extends Permission> = P extends 'products.see'
  ? Scope<'sub'>
  : P extends 'teams.see'
    ? Scope<'tea'>
    : undefined;
