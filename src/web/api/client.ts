// The typed client. A route's name gives method, path and types: `call('listInvoices', { params
// })`.
import type { Answer, Sent } from '#kernel/contract.ts';
import { spoken } from '#web/language/i18n.ts';
import { routes, type Contracts } from './api.generated.ts';
import { csrfFor, forgetCsrf } from './csrf.ts';
import { proveAgain } from './proof.ts';
import { refusalFrom, unreachable, type ApiRefusal } from './refusal.ts';
import { workOut } from './work.ts';
import { goToDoor, sideOf } from './door.ts';

export type RouteName = keyof Contracts;

/** What a route wants: the parts that its contract declares, optional where all in them is. */
export type Input<N extends RouteName> = Needed<Sent<Contracts[N]>> & Keyed;
export type AnswerOf<N extends RouteName> = Answer<Contracts[N]>;

type Keyed = { readonly key?: string | undefined };
type Needed<S> = {
  readonly [K in keyof S as Part<S[K]> extends 'needed' ? K : never]: S[K];
} & {
  readonly [K in keyof S as Part<S[K]> extends 'optional' ? K : never]?: S[K];
};
type Part<T> = [T] extends [undefined] ? 'absent' : object extends T ? 'optional' : 'needed';

type Loose = {
  readonly params?: { readonly [name: string]: unknown } | undefined;
  readonly query?: { readonly [name: string]: unknown } | undefined;
  readonly body?: unknown;
  readonly key?: string | undefined;
};

/** Calls a route; throws `ApiRefusal` when it says no. */
export async function call<N extends RouteName>(name: N, input: Input<N>): Promise<AnswerOf<N>> {
  const response = await send(name, input);
  if (response.status === 204) return undefined as AnswerOf<N>;
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return (isJson ? await response.json() : await response.blob()) as AnswerOf<N>;
}

/** The address of a route, for links to PDFs and CSV files. */
export function addressOf<N extends RouteName>(name: N, input: Input<N>): string {
  return splitRoute(name, input).url;
}

/** Method and address of a route with its parameters in place. */
export function splitRoute(name: RouteName, input: Loose): { method: string; url: string } {
  const [method = 'GET', path = ''] = routes[name].split(' ');
  const filled = path.replaceAll(/:(\w+)/g, (_, parameter: string) =>
    encodeURIComponent(written(input.params?.[parameter])),
  );
  const query = new URLSearchParams(
    Object.entries(input.query ?? {}).flatMap(([key, value]) =>
      written(value) === '' ? [] : [[key, written(value)]],
    ),
  ).toString();
  return { method, url: `/api/v1${filled}${query && `?${query}`}` };
}

/** Parameters are text, numbers, or yes and no. */
function written(value: unknown): string {
  const isPlain = ['string', 'number', 'bigint', 'boolean'].includes(typeof value);
  return isPlain ? `${value as string | number | bigint | boolean}` : '';
}

/** Everyone's headers: language, and what proves that this page sends the request. */
export async function headersFor(
  { method, url }: { method: string; url: string },
  { key, work }: { key?: string | undefined; work?: string | undefined },
) {
  return {
    'accept-language': spoken(),
    ...(work === undefined ? {} : { 'x-atrio-proof-of-work': work }),
    ...(method === 'GET' ? {} : { 'x-atrio-csrf': await csrfFor(url) }),
    ...(key === undefined ? {} : { 'idempotency-key': key }),
  };
}

async function send(name: RouteName, input: Loose): Promise<Response> {
  const { method, url } = splitRoute(name, input);
  const attempt: Attempt = async (work) => {
    const body = input.body === undefined ? null : JSON.stringify(input.body);
    const headers = {
      ...(await headersFor({ method, url }, { key: input.key, work })),
      ...(body === null ? {} : { 'content-type': 'application/json' }),
    };
    return fetch(url, { method, headers, body, credentials: 'same-origin' }).catch(() => {
      throw unreachable();
    });
  };
  return insist(attempt, { method, url });
}

/** Sends the request, with what was worked out where a door wanted that first. */
export type Attempt = (work?: string) => Promise<Response>;

/**
 * What a person should not have to do by hand: a GET is repeated once while a session's token is
 * being
 * replaced, a lapsed session leads to the door and back, a missing fresh proof is asked for, and work
 * that a door wants is done.
 */
export async function insist(
  attempt: Attempt,
  { method, url }: { method: string; url: string },
): Promise<Response> {
  const first = await outcomeOf(attempt);
  if (first instanceof Response) return first;
  const again = await remedy(first, { method, url });
  if (!again) throw first;
  const second = await outcomeOf(attempt);
  if (second instanceof Response) return second;
  if (second.kind === 'unauthenticated') goToDoor(sideOf(url));
  // what turned out to be critical wants a proof of its own
  const isProven = second.kind === 'step-up' && (await proveAgain(sideOf(url), second));
  if (!isProven) throw second;
  const third = await outcomeOf(attempt);
  if (third instanceof Response) return third;
  throw third;
}

/**
 * Asks again, after a moment, while another answer is bringing the session's next token; and with the
 * work that a door wanted, a little more where others were faster.
 */
async function outcomeOf(
  attempt: Attempt,
  waits: readonly number[] = [150, 600, 1800],
): Promise<Response | ApiRefusal> {
  const response = await attempt();
  if (response.ok) return response;
  const refusal = await refusalOf(response);
  const [wait, ...further] = waits;
  if (refusal.code === 'http.proof-of-work-wanted' && wait !== undefined) {
    const work = await workOut(refusal);
    return work === undefined ? refusal : outcomeOf(() => attempt(work), further);
  }
  if (refusal.code !== 'identity.token-renewed' || wait === undefined) return refusal;
  forgetCsrf();
  await new Promise((resolve) => setTimeout(resolve, wait));
  return outcomeOf(attempt, further);
}

async function remedy(
  refusal: ApiRefusal,
  { method, url }: { method: string; url: string },
): Promise<boolean> {
  if (refusal.kind === 'step-up') {
    return proveAgain(sideOf(url), refusal);
  }
  if (refusal.code === 'http.cross-site') {
    forgetCsrf(); // another tab signed in again: this page's token is of the session before
    return true;
  }
  if (refusal.code !== 'http.sign-in-first') return false;
  forgetCsrf();
  if (method === 'GET') return true;
  goToDoor(sideOf(url));
  return false;
}

async function refusalOf(response: Response): Promise<ApiRefusal> {
  const body: unknown = await response.json().catch(() => undefined);
  return refusalFrom(body, response.headers.get('x-request-id'));
}
