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
  authenticate(tx: Tx, token: Token, now: Instant): Promise<Actor | undefined>;
  /**
   * Throws a refusal when the actor lacks the contract's permission on what the path names, or a
   * fresh proof where it is sensitive. A stranger is told `not-found`, a member `forbidden`. Answers
   * what the actor may see where the permission can be held one by one.
   */
  authorize(tx: Tx, actor: Actor, asked: Asked, now: Instant): Promise<Scope | undefined>;
  /** Refuses with a better word than “sign in first”, where there is one for this token. */
  explain?(tx: Tx, token: Token, now: Instant): Promise<void>;
  /**
   * Asked in a transaction of its own, before the answer leaves, of a token that is due for another
   * or that opened nothing. Gives the browser's next token.
   */
  renew?(tx: Tx, token: Token, now: Instant): Promise<NextToken | undefined>;
};

/** What a session's cookie holds. */
export type Token = { readonly kind: 'user' | 'staff'; readonly value: string };

/** What it holds next; without an age it goes with the browser. */
export type NextToken = { readonly value: string; readonly maxAgeSeconds: number | undefined };

/** What somebody wants to do, and on what: the path's parameters as they came. */
export type Asked = {
  readonly contract: Contract;
  readonly params: { readonly [name: string]: unknown };
};
