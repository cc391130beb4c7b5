// What machines ask: is it alive, is it ready, how is it doing. And what the log keeps of each
// request.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';
import type { Metrics } from '#platform/metrics/metrics.ts';
import type { Settings } from '#platform/settings.ts';
import { notPermitted } from './refusals.ts';

/** Each part answers or throws; `name` is what the answer calls it. */
type Part = { readonly name: string; readonly check: () => Promise<void> };

export type Watched = {
  readonly parts: readonly Part[];
  readonly metrics: Metrics;
  readonly settings: Settings;
};

/** `GET /health`, `/ready` and `/metrics`, outside the API. */
export function beWatched(server: FastifyInstance, { parts, metrics, settings }: Watched): void {
  let isClosing = false;
  server.addHook('preClose', async () => {
    isClosing = true;
  });
  server.get('/health', { logLevel: 'warn' }, async (_request, reply) => {
    const isReady = !isClosing && (await stateOf(parts)).every(({ state }) => state === 'ok');
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not ready' });
  });
  server.get('/ready', { logLevel: 'warn' }, async (_request, reply) => {
    const states = [...(await stateOf(parts)), ...(isClosing ? [closing] : [])];
    const isReady = states.every(({ state }) => state === 'ok');
    const all = Object.fromEntries(states.map(({ name, state }) => [name, state]));
    return reply
      .code(isReady ? 200 : 503)
      .send({ status: isReady ? 'ready' : 'not ready', ...all });
  });
  server.get('/metrics', { logLevel: 'warn' }, async (request, reply) => {
    if (!mayRead(request, settings)) throw notPermitted({ permission: 'metrics' });
    return reply.type(metrics.contentType).send(await metrics.text());
  });
}

/** One JSON line per request, with the id that its answer carries, and a count for Prometheus. */
export function logRequests(server: FastifyInstance, metrics: Metrics): void {
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    const seconds = reply.elapsedTime / 1000;
    const seen = { method: request.method, route, status: reply.statusCode };
    metrics.request({ ...seen, seconds });
    request.log.info({ ...seen, requestId: request.id, ms: Math.round(seconds * 1000) }, 'request');
  });
}

const closing = { name: 'process', state: 'stopping' };
const patienceMs = 2000;

async function stateOf(parts: readonly Part[]): Promise<{ name: string; state: string }[]> {
  return Promise.all(
    parts.map(async ({ name, check }) => {
      try {
        await inTime(check());
        return { name, state: 'ok' };
      } catch {
        return { name, state: 'failing' };
      }
    }),
  );
}

async function inTime(work: Promise<void>): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('no answer in time')), patienceMs);
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** This machine, not through a proxy, or whoever knows the operator's token. */
function mayRead(request: FastifyRequest, { metricsToken, trustedProxies }: Settings): boolean {
  const given = request.headers.authorization?.replace(/^Bearer /, '');
  if (metricsToken !== undefined && given !== undefined && isSame(given, metricsToken)) return true;
  const isForwarded = 'x-forwarded-for' in request.headers || 'forwarded' in request.headers;
  return isLoopback(request.ip) && (!isForwarded || trustedProxies.length > 0);
}

function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

function isLoopback(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';
}
