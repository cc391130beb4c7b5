// A route: a contract and what fulfils it. The edge (edge.ts) does the rest.
import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { Contract, Given, Received } from '#kernel/contract.ts';
import type { Language } from '#kernel/language.ts';
import type { Permission } from '#kernel/permission.ts';
import type { ScopeOf } from '#kernel/scope.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Within } from '#platform/database/database.ts';
import type { Readable } from 'node:stream';

type Declared = Omit<Contract, 'refusals'>;

/** What an HTTP request says besides its contract. Only door routes and downloads need it. */
export type HttpSide = {
  readonly requestId: string;
  /** /32 of IPv4, /64 of IPv6, from trusted proxies only (LK-11). */
  readonly addressPrefix: string;
  readonly userAgent: string;
  readonly language: Language;
  /** X-Atrio-Proof-Of-Work, as it came: what a browser worked out where a door wanted it. */
  readonly proofOfWork: string | undefined;
  cookie(name: CookieName): string | undefined;
  setCookie(name: CookieName, token: string, maxAgeSeconds: number | undefined): void;
  clearCookie(name: CookieName): void;
  /** Sets a header of the answer, e.g. the file name of a download. */
  header(name: string, value: string): void;
  /** The bytes of a contract that accepts `file`. */
  readonly upload: Upload | undefined;
};

export type Upload = { readonly name: string; readonly stream: Readable };

/** Spelled `__Host-atrio_…` in the browser, or `atrio_…` where plain HTTP was allowed. */
export type CookieName = 'sid' | 'staff' | 'try' | 'dev';

type ActorFor<P extends Permission> = P extends 'public' | 'attempt'
  ? Actor
  : P extends `staff.${string}`
    ? Extract<Actor, { kind: 'staff' }>
    : Extract<Actor, { kind: 'user' }>;

export type Call<C extends Declared> = Received<C> & {
  readonly actor: ActorFor<C['permission']>;
  /** What the actor may see of what is listed; stores demand it. */
  readonly scope: ScopeOf<C['permission']>;
  readonly now: Instant;
  readonly http: HttpSide;
} & (C extends { readonly committedSteps: true }
    ? { readonly within: Within }
    : { readonly tx: Tx });

export type Route = {
  readonly contract: Contract;
  /** Called by the edge with parsed, permitted input. */
  readonly handle: (call: Call<never>) => Promise<unknown>;
};

/** Joins a contract with the few lines that turn its request into an act. */
export function serve<const C extends Declared>(
  contract: C,
  handle: (call: Call<C>) => Promise<Given<C>>,
): Route {
  return { contract, handle };
}
