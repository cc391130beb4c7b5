import { randomBytes } from 'node:crypto';
import { createServer as createHttp } from 'node:http';
import cookie from '@fastify/cookie';
import {
  fastify,
  LogController,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
} from 'fastify';
import { Refusal } from '#kernel/refusal.ts';
import { isUnreachable } from '#platform/database/database.ts';
import { errorInLog } from '#platform/process/background.ts';
import { securityHeaders } from './headers.ts';
import { inPortions } from './portions.ts';
import { toProblem, type Problem } from './problem.ts';
import { noRoom, noSuchPlace, notJson, tooLarge, tooMany, unavailable } from './refusals.ts';

export type ServerSettings = {
  readonly origin: string;
  /** Addresses of proxies whose X-Forwarded-For is believed (LK-11); none by default. */
  readonly trustedProxies: readonly string[];
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  readonly maxUploadBytes: number;
};

/** The bare HTTP server: bodies, request ids, headers, and one way to say no. */
export async function createServer(settings: ServerSettings): Promise<FastifyInstance> {
  const server = fastify({
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    // an address that cannot be read comes to no route, and so past the hooks
    frameworkErrors: (_error, request, reply) => {
      reply.header('x-request-id', request.id).headers(securityHeaders(settings.origin));
      void refuse(reply, toProblem(noSuchPlace({}), request.id));
    },
    genReqId: () => randomBytes(9).toString('base64url'),
    bodyLimit: 1024 * 1024,
    serverFactory: (begin) => createHttp(patience, inPortions(begin)),
    forceCloseConnections: 'idle',
    logger: {
      level: settings.logLevel,
      redact: ['req.headers.cookie', 'req.headers.authorization'],
      serializers: { err: errorInLog },
    },
    logController: new LogController({
      requestIdLogLabel: 'requestId',
      disableRequestLogging: true,
    }),
  });
  await server.register(cookie);
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) =>
    done(null, jsonOf(text.toString())),
  );
  server.addContentTypeParser(
    'application/octet-stream',
    { bodyLimit: settings.maxUploadBytes },
    (_request, payload, done) => done(null, payload),
  );
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id).headers(securityHeaders(settings.origin));
  });
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = refusalOf(error);
    if (!refusal) request.log.error({ err: error, requestId: request.id }, 'a bug');
    if (isOutOfRoom(error)) request.log.error({ requestId: request.id }, 'the disk is full');
    const problem = refusal ? toProblem(refusal, request.id) : { ...bug, requestId: request.id };
    const wait = refusal?.facts['retryAfterSeconds'];
    if (typeof wait === 'number') reply.header('retry-after', String(wait));
    return refuse(reply, problem);
  });
  return server;
}

function refuse(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}

const patience = {
  /** The largest upload on a slow line. */
  requestTimeout: 15 * 60_000,
  /** Of a connection on which nothing is asked; longer than that of usual proxies. */
  keepAliveTimeout: 72_000,
};

const bug = {
  type: 'urn:atrio:bug',
  title: 'bug',
  status: 500,
  code: 'http.bug',
  kind: 'bug',
  facts: {},
};

/**
 * A body that is not JSON is remembered as such, so that the route's order of checks stays the
 * same.
 */
function jsonOf(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw notJson({});
  }
}

/** What Fastify and PostgreSQL refuse on their own, in our words; undefined for a bug of ours. */
function refusalOf(error: FastifyError): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return notJson({});
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return tooLarge({});
  if (error.statusCode === 404) return noSuchPlace({});
  if (error.statusCode === 429) return tooMany({ retryAfterSeconds: 60 });
  if (isUnreachable(error)) return unavailable({});
  if (isOutOfRoom(error)) return noRoom({});
  return undefined;
}

/** Of the file system, or of the database's (disk_full). */
function isOutOfRoom({ code }: FastifyError): boolean {
  return code === 'ENOSPC' || code === 'EDQUOT' || code === '53100';
}
