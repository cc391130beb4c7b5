// better-auth as its documents set it up, on the same PostgreSQL server and in the same process: a
// neighbour whose work is measured beside ours.
import { hash, verify } from '@node-rs/argon2';
import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { fromNodeHeaders } from 'better-auth/node';
import fastify, { type FastifyInstance } from 'fastify';
import pg from 'pg';
import { hashCost } from '#modules/identity/passwords/password.rules.ts';
import { ada, password } from '#test/people.ts';
import type { Place } from './place.ts';

const origin = 'http://localhost:3999';
const doors = '/api/auth';

/** Every check reads the database, as ours does, and nothing is turned away. */
const asItComes = {
  baseURL: origin,
  basePath: doors,
  secret: 'only a bench, and known to everybody',
  telemetry: { enabled: false },
  rateLimit: { enabled: false },
  session: { cookieCache: { enabled: false } },
};

/** Its own hash of passwords, or the same work as ours. */
const hashes = {
  own: {},
  ours: {
    password: {
      hash: (text: string) => hash(text, hashCost),
      verify: ({ hash: record, password: text }: { hash: string; password: string }) =>
        verify(record, text),
    },
  },
};
type Hashes = keyof typeof hashes;

export type Neighbour = {
  readonly pool: pg.Pool;
  /** Its handler and, behind its session check, a route that says the name of who asks. */
  readonly server: FastifyInstance;
  /** Opens the account of the person who then comes and goes. */
  open(): Promise<void>;
  enter(): Promise<void>;
  leave(): Promise<void>;
  /** As the browser of who entered sends it. */
  cookie(): string;
};

/** Moves in, lets some work be done, and moves out. */
export async function besideNeighbour<T>(
  { superuser }: Place,
  which: Hashes,
  work: (neighbour: Neighbour) => Promise<T>,
): Promise<T> {
  await superuser.query(`create database neighbour_${which}`);
  const { connectionString = '' } = superuser.options;
  const url = Object.assign(new URL(connectionString), { pathname: `/neighbour_${which}` });
  const pool = new pg.Pool({ connectionString: url.href, max: 4 });
  const server = fastify();
  try {
    return await work(await moveIn(pool, server, which));
  } finally {
    await server.close();
    await pool.end();
  }
}

async function moveIn(pool: pg.Pool, server: FastifyInstance, which: Hashes): Promise<Neighbour> {
  const emailAndPassword = { enabled: true, ...hashes[which] };
  const options = { ...asItComes, emailAndPassword, database: pool };
  const { runMigrations } = await getMigrations(options);
  await runMigrations();
  const auth = betterAuth(options);
  server.all(`${doors}/*`, async (request, reply) => {
    const { status, headers, body } = await auth.handler(
      new Request(new URL(request.url, origin), {
        method: request.method,
        headers: fromNodeHeaders(request.headers),
        ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
      }),
    );
    for (const [name, value] of headers) reply.header(name, value);
    return reply.code(status).send(body);
  });
  server.get('/name', async (request, reply) => {
    const found = await auth.api.getSession({ headers: fromNodeHeaders(request.headers) });
    return found ? { name: found.user.name } : reply.code(401).send();
  });
  let cookie = '';
  const post = async (path: string, payload: object) => {
    const headers = { origin, ...(cookie !== '' && { cookie }) };
    const answer = await server.inject({ method: 'POST', url: doors + path, headers, payload });
    if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode} ${answer.body}`);
    cookie = answer.cookies
      .filter(({ maxAge }) => maxAge !== 0)
      .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
      .join('; ');
  };
  const { address: email, firstName: name } = ada;
  return {
    pool,
    server,
    open: () => post('/sign-up/email', { email, password, name }),
    enter: () => post('/sign-in/email', { email, password }),
    leave: () => post('/sign-out', {}),
    cookie: () => cookie,
  };
}
