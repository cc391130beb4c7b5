// One person's browser, or one script, in front of the API: keeps cookies, sends what browsers
// send.
import { subscribe } from 'node:diagnostics_channel';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { z } from 'zod';
import { apiPrefix, type Contract, type Sent } from '#kernel/contract.ts';
import { Refusal, type RefusalFacts } from '#kernel/refusal.ts';
import { cookieSpelling } from '#platform/http/http-side.ts';
import { csrfOf } from '#platform/http/origin.ts';
import { proofFor } from './work.ts';
import type { CookieName } from '#platform/http/route.ts';

type Declared = Omit<Contract, 'refusals'>;

type Needed<K extends string, V> = [V] extends [undefined] ? unknown : { readonly [P in K]: V };

/** What a call sends: what the contract asks for, and what HTTP adds. */
export type Sending<C extends Declared> = Needed<'params', Sent<C>['params']> &
  Needed<'body', Sent<C>['body']> & {
    readonly query?: Sent<C>['query'];
    /** Idempotency-Key. */
    readonly key?: string;
    /** The bytes of a contract that accepts a file. */
    readonly file?: { readonly name: string; readonly bytes: string | Uint8Array };
    readonly headers?: { readonly [name: string]: string };
  };

/** What it gets: parsed JSON, the bytes of a download, or nothing. */
export type Got<C> = C extends { readonly returns: infer S }
  ? S extends z.ZodType
    ? z.output<S>
    : Buffer
  : undefined;

/** A call that was turned down; matched by code and facts. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  readonly code: string;
  readonly kind: string;
  readonly facts: RefusalFacts;
  constructor(what: string, status: number, problem: Partial<Refused> & { requestId?: string }) {
    super(`${what} → ${status} ${problem.code ?? ''} ${JSON.stringify(problem.facts ?? {})}`, {
      cause: bugs.get(problem.requestId ?? ''),
    });
    this.status = status;
    this.code = problem.code ?? 'none';
    this.kind = problem.kind ?? 'none';
    this.facts = problem.facts ?? {};
  }
}

/**
 * What a handler threw, by request: an answer names a bug by its id only, a test shows it whole.
 */
const bugs = new Map<string, unknown>();
subscribe('tracing:fastify.request.handler:error', (message) => {
  const { request, error } = message as { request: { id: string }; error: unknown };
  if (!(error instanceof Refusal)) bugs.set(request.id, error);
});

type Arguments<C extends Declared> =
  object extends Sending<C> ? [sending?: Sending<C>] : [sending: Sending<C>];

export type Client = {
  /** Calls a route; throws `Refused` unless it succeeds. */
  call<const C extends Declared>(contract: C, ...sending: Arguments<C>): Promise<Got<C>>;
  /** The bare answer, whatever it is. */
  send<const C extends Declared>(
    contract: C,
    ...sending: Arguments<C>
  ): Promise<LightMyRequestResponse>;
  cookie(name: CookieName): string | undefined;
  setCookie(name: CookieName, value: string | undefined): void;
  /** Another client with the same cookies, as after copying a profile. */
  copy(): Client;
};

export type ClientOptions = {
  readonly server: FastifyInstance;
  readonly origin: string;
  readonly insecure?: boolean;
  readonly language?: string;
  /** The address that requests come from. */
  readonly from?: string;
};

export function openClient(
  options: ClientOptions,
  jar: ReadonlyMap<string, string> = new Map(),
): Client {
  const { server, origin, insecure = false, language = 'en', from = '192.0.2.1' } = options;
  const cookies = new Map(jar);
  const spelled = (name: CookieName) => cookieSpelling(name, { insecure });

  const send: Client['send'] = async (contract, ...[sending]) => {
    const { params, query, body, key, file, headers } = (sending ?? {}) as LooseSending;
    const session = cookies.get(
      spelled(contract.permission.startsWith('staff.') ? 'staff' : 'sid'),
    );
    const isChange = contract.method !== 'GET';
    const response = await server.inject({
      method: contract.method,
      url: apiPrefix + pathOf(contract.path, params),
      query: textsOf(query),
      remoteAddress: from,
      headers: {
        'accept-language': language,
        'user-agent': 'stories',
        ...(isChange && { origin, 'sec-fetch-site': 'same-origin' }),
        ...(isChange && session !== undefined && { 'x-atrio-csrf': csrfOf(session) }),
        ...(key !== undefined && { 'idempotency-key': key }),
        ...(file && {
          'content-type': 'application/octet-stream',
          'x-file-name': encodeURIComponent(file.name),
        }),
        ...headers,
      },
      cookies: Object.fromEntries(cookies),
      ...(file && { payload: Buffer.from(file.bytes as string) }),
      ...(body !== undefined && { payload: body as object }),
    });
    for (const { name, value, maxAge } of response.cookies) {
      if (value === '' || maxAge === 0) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };

  return {
    send,
    call: async (contract, ...sending) => {
      const response = await worked(send, contract, ...sending);
      if (response.statusCode >= 400) {
        throw new Refused(contract.name, response.statusCode, problemOf(response));
      }
      return gotFrom(contract, response) as never;
    },
    cookie: (name) => cookies.get(spelled(name)),
    setCookie: (name, value) => {
      if (value === undefined) cookies.delete(spelled(name));
      else cookies.set(spelled(name), value);
    },
    copy: () => openClient(options, cookies),
  };
}

/**
 * Like our page: works where a door wants it, waits where another answer is bringing the session's
 * next token, and sends the same again.
 */
async function worked<const C extends Declared>(
  send: Client['send'],
  contract: C,
  ...sending: Arguments<C>
): Promise<LightMyRequestResponse> {
  const response = await send(contract, ...sending);
  if (response.statusCode !== 429 && response.statusCode !== 401) return response;
  const { code, facts } = problemOf(response);
  if (code === 'identity.token-renewed') {
    await new Promise((resolve) => setTimeout(resolve, 150));
    return send(contract, ...sending);
  }
  if (code !== 'http.proof-of-work-wanted') return response;
  const headers = { 'x-atrio-proof-of-work': await proofFor(facts?.['challenge']) };
  const [given] = sending;
  return send(contract, ...([{ ...given, headers }] as unknown as Arguments<C>));
}

type Loose = { readonly [name: string]: unknown };
type LooseSending = {
  params?: Loose;
  query?: Loose;
  body?: unknown;
  key?: string;
  file?: { name: string; bytes: string | Uint8Array };
  headers?: { readonly [name: string]: string };
};

function pathOf(path: string, params: Loose = {}): string {
  return path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (typeof value !== 'string') throw new TypeError(`${path} needs ${name}`);
    return encodeURIComponent(value);
  });
}

function textsOf(query: Loose = {}): Record<string, string> {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}

function problemOf(response: LightMyRequestResponse): Partial<Refused> {
  try {
    return response.json();
  } catch {
    return { code: response.body.slice(0, 200) };
  }
}

function gotFrom(contract: Declared, response: LightMyRequestResponse): unknown {
  if (contract.returns === undefined) return undefined;
  return typeof contract.returns === 'string' ? response.rawPayload : response.json();
}
