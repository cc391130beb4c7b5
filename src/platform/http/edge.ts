// The edge: from a declared route to an HTTP endpoint. Every request takes the same steps, in this
// order:
// origin → text → session → permission → input → idempotency → act → answer. One request is one
// transaction.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { nobody, type Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { apiPrefix, type Contract } from '#kernel/contract.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/database/database.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Access, Token } from './access.ts';
import { answer } from './answer.ts';
import { httpSideOf, type HttpSettings } from './http-side.ts';
import { once } from './idempotency.ts';
import { isCsrfOf, isOurOwn } from './origin.ts';
import { parsed, refuseOddText } from './parse.ts';
import * as refuse from './refusals.ts';
import type { Call, HttpSide, Route } from './route.ts';

export type EdgeOptions = {
  readonly database: Database;
  readonly clock: Clock;
  readonly access: Access;
  readonly settings: HttpSettings;
};

export function registerRoutes(
  server: FastifyInstance,
  routes: readonly Route[],
  options: EdgeOptions,
): void {
  for (const route of routes) {
    server.route({
      method: route.contract.method,
      url: apiPrefix + route.contract.path,
      handler: (request, reply) => perform(route, options, request, reply),
    });
  }
}

async function perform(
  { contract, handle }: Route,
  { database, clock, access, settings }: EdgeOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const http = httpSideOf(request, reply, settings);
  const token = sessionTokenOf(contract, http);
  if (contract.method !== 'GET') refuseForeign(contract, request, token?.value, settings.origin);
  refuseOddText(request);
  const now = clock.now();
  const input = (): Input => {
    if (contract.accepts === 'file' && !http.upload) throw refuse.fileNeeded({});
    return {
      params: parsed(contract.params, request.params, 'params'),
      query: parsed(contract.query, request.query, 'query'),
      body: contract.accepts === 'file' ? undefined : parsed(contract.body, request.body, 'body'),
    };
  };

  // a door that nobody is known at has nothing to look up
  const isDoor = contract.permission === 'public' || contract.permission === 'attempt';
  let isTokenSpent = false;
  const admit = async (tx: Tx): Promise<Admitted> => {
    const actor = (token && (await access.authenticate(tx, token, now))) ?? nobody;
    isTokenSpent = token !== undefined && isSpent(actor, contract);
    if (!isDoor && actor.kind === 'nobody') {
      if (token) await access.explain?.(tx, token, now);
      throw refuse.signInFirst({});
    }
    const scope = await access.authorize(tx, actor, { contract, params: paramsOf(request) }, now);
    return { actor, scope };
  };

  const call = (admitted: Admitted, rest: object): Call<never> =>
    ({ ...input(), ...admitted, now, http, ...rest }) as unknown as Call<never>;

  const inSteps = async (): Promise<unknown> => {
    const isUnknown = token === undefined && isDoor;
    const admitted = isUnknown ? { actor: nobody } : await database.within(admit);
    return handle(call(admitted, { within: database.within }));
  };
  const inOne = async (tx: Tx): Promise<unknown> => {
    const admitted = await admit(tx);
    const act = () => handle(call(admitted, { tx }));
    const key = idempotencyKeyOf(contract, request);
    if (key === undefined) return act();
    const scope = `${contract.name}:${keyOwner(admitted.actor)}`;
    return once(tx, { scope, key, request: [request.params, request.body] }, now, act);
  };
  const work = contract.committedSteps
    ? inSteps()
    : database.within(inOne, { readOnly: contract.method === 'GET' });
  let given: unknown;
  try {
    given = await work;
  } finally {
    if (token && isTokenSpent) {
      // what was done is told all the same; the token is still due with the next answer
      await renew(token, { database, access, http }, now).catch((err: unknown) =>
        request.log.error({ err }, 'a session got no next token'),
      );
    }
  }
  return answer(reply, contract, given);
}

/** Due for another, or nobody's any more. What is public may be kept by caches: no cookie there. */
function isSpent(actor: Actor, { permission, method }: Contract): boolean {
  const isPublic = permission === 'public' || permission === 'attempt';
  if (actor.kind === 'nobody') return !isPublic || method === 'GET';
  return !isPublic && 'isTokenDue' in actor && (actor.isTokenDue ?? false);
}

/** Puts the next token into the answer, whatever else that says. */
async function renew(
  token: Token,
  { database, access, http }: { database: Database; access: Access; http: HttpSide },
  now: Instant,
): Promise<void> {
  const next = await database.within(async (tx) => access.renew?.(tx, token, now));
  if (next) http.setCookie(cookieOf(token.kind), next.value, next.maxAgeSeconds);
}

/** Who was let in, and what they may see of what is listed. */
type Admitted = { readonly actor: Actor; readonly scope?: Scope | undefined };

type Input = { params: unknown; query: unknown; body: unknown };

function sessionTokenOf(contract: Contract, http: HttpSide) {
  const kind = contract.permission.startsWith('staff.') ? 'staff' : 'user';
  const value = http.cookie(cookieOf(kind));
  return value === undefined ? undefined : ({ kind, value } as const);
}

const cookieOf = (kind: Token['kind']) => (kind === 'staff' ? 'staff' : 'sid');

function refuseForeign(
  contract: Contract,
  request: FastifyRequest,
  token: string | undefined,
  ours: string,
): void {
  const { headers } = request;
  const provenance = {
    fetchSite: headers['sec-fetch-site']?.toString(),
    origin: headers.origin,
    hasCookie: headers.cookie !== undefined,
  };
  if (!isOurOwn(provenance, ours)) throw refuse.crossSite({});
  const isDoor = contract.permission === 'public' || contract.permission === 'attempt';
  if (token === undefined || isDoor) return;
  if (!isCsrfOf(token, headers['x-atrio-csrf']?.toString())) throw refuse.crossSite({});
}

function paramsOf(request: FastifyRequest): { readonly [name: string]: unknown } {
  return request.params as { readonly [name: string]: unknown };
}

function idempotencyKeyOf(contract: Contract, request: FastifyRequest): string | undefined {
  if (contract.idempotency === undefined) return undefined;
  const key = request.headers['idempotency-key']?.toString();
  if (key === undefined && contract.idempotency === 'required') throw refuse.keyNeeded({});
  return key?.slice(0, 200);
}

function keyOwner(actor: Actor): string {
  if (actor.kind === 'user') return actor.userId;
  return actor.kind === 'staff' ? actor.staffId : actor.kind;
}
