import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { Contract } from '#kernel/contract.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Tx } from '#platform/database/tx.ts';

/**
 * Who asks and whether they may: answered by modules above, connected in app.ts. The edge asks once
 * per request, inside the request's transaction.
 */
export type Access = {
  /** The actor of a session token, or undefined: ended, expired, unknown, of the other kind. */
  authenticate(
    tx: Tx,
    token: { readonly kind: 'user' | 'staff'; readonly value: string },
    now: Instant,
  ): Promise<Actor | undefined>;
  /**
   * Throws a refusal when the actor lacks the contract's permission on what the path names, or a
   * fresh proof where it is sensitive. A stranger is told `not-found`, a member `forbidden`. Answers
   * what the actor may see where the permission can be held one by one.
   */
  authorize(tx: Tx, actor: Actor, asked: Asked, now: Instant): Promise<Scope | undefined>;
};

/** What somebody wants to do, and on what: the path's parameters as they came. */
export type Asked = {
  readonly contract: Contract;
  readonly params: { readonly [name: string]: unknown };
};
