// A session check is one indexed read: a route that asks who is there costs little more than one
// that asks nobody and reads one row by its key.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { toUuid } from '#kernel/ids.ts';
import { authenticate } from '#modules/identity/index.ts';
import { registerRoutes } from '#platform/http/edge.ts';
import { cookieSpelling } from '#platform/http/http-side.ts';
import { serve } from '#platform/http/route.ts';
import { createServer } from '#platform/http/server.ts';
import { arrive, type Person } from '#test/people.ts';
import { cpuOf, type Cpu } from '../measure/cpu.ts';
import { inTurn } from '../measure/in-turn.ts';
import { inPlace, type Place } from '../place/place.ts';
import { milliseconds, type Bench } from '../row.ts';

const json = 'application/json; charset=utf-8';
const requests = 10_000;

const sayName = contract({
  name: 'sayName',
  method: 'GET',
  path: '/name',
  summary: 'Says who asks.',
  permission: 'self',
  returns: z.object({ name: z.string() }),
});

/**
 * Routes on one server: behind the session check; bare; and bare in a transaction, which every
 * request of the product is.
 */
async function openServer({ app, clock }: Place, { userId }: Person): Promise<FastifyInstance> {
  const { settings, database } = app;
  const server = await createServer(settings);
  const route = serve(sayName, async ({ actor }) => ({ name: actor.name }));
  const access = { authenticate, authorize: async () => undefined };
  const http = { ...settings, insecure: settings.insecureHttp };
  registerRoutes(server, [route], { database, clock, access, settings: http });
  const nameOf = `select first_name || ' ' || last_name as name from identity.user where id = $1`;
  const values = [toUuid(userId)];
  const { pool } = database;
  server.get('/bare', async (_request, reply) => {
    const { rows } = await pool.query(nameOf, values);
    return reply.type(json).send(JSON.stringify(rows[0]));
  });
  server.get('/bare-transaction', async (_request, reply) => {
    const client = await pool.connect();
    try {
      await client.query('start transaction read only');
      const { rows } = await client.query(nameOf, values);
      await client.query('commit');
      return await reply.type(json).send(JSON.stringify(rows[0]));
    } finally {
      client.release();
    }
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  return server;
}

/** Asks from another process, over real connections, and counts what answering cost. */
async function costOf(place: Place, ask: { url: string; cookie: string }): Promise<Cpu> {
  const asker = fork(join(import.meta.dirname, '../measure/ask-often.ts'));
  const done = once(asker, 'exit');
  await once(asker, 'message');
  const spent = await cpuOf(place.app.database.pool, async () => {
    asker.send({ ...ask, requests });
    await once(asker, 'message');
  });
  await done;
  return spent;
}

export const bench: Bench = {
  measure: () =>
    inPlace(async (place) => {
      const person = await arrive(place);
      const server = await openServer(place, person);
      const { port } = server.server.address() as AddressInfo;
      const sid = person.browser.cookie('sid') ?? '';
      const cookie = `${cookieSpelling('sid', { insecure: false })}=${sid}`;
      const database = new Map<string, number>();
      const side = (path: string) => async () => {
        const spent = await costOf(place, { url: `http://127.0.0.1:${port}${path}`, cookie });
        database.set(path, spent.database / requests);
        return spent.program / requests;
      };
      const paths = { checked: '/api/v1/name', bare: '/bare', transaction: '/bare-transaction' };
      const spent = await inTurn(5, {
        checked: side(paths.checked),
        bare: side(paths.bare),
        transaction: side(paths.transaction),
      });
      await server.close();
      return [
        {
          what: 'session check, CPU of a request',
          ratio: spent.checked / spent.bare,
          of: 'a bare route with one indexed query',
          bound: { most: 1.5 },
          figures: figuresOf(spent, (side) => database.get(paths[side]) ?? 0),
        },
      ];
    }),
};

type Side = 'checked' | 'bare' | 'transaction';

function figuresOf(program: Readonly<Record<Side, number>>, database: (side: Side) => number) {
  const { checked, bare, transaction } = program;
  const times = (checked / transaction).toFixed(2);
  const [ours, theirs] = [milliseconds(database('checked')), milliseconds(database('bare'))];
  return (
    `${milliseconds(checked)} against ${milliseconds(bare)}; ${times} × a bare route with that ` +
    `query in a transaction; of the database ${ours} against ${theirs}`
  );
}
