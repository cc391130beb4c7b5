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

const requests = 10_000;

const sayName = contract({
  name: 'sayName',
  method: 'GET',
  path: '/name',
  summary: 'Says who asks.',
  permission: 'self',
  returns: z.object({ name: z.string() }),
});

/** Two routes on one server: behind the session check, and bare. */
async function openServer({ app, clock }: Place, { userId }: Person): Promise<FastifyInstance> {
  const { settings, database } = app;
  const server = await createServer(settings);
  const route = serve(sayName, async ({ actor }) => ({ name: actor.name }));
  const access = { authenticate, authorize: async () => undefined };
  const http = { ...settings, insecure: settings.insecureHttp };
  registerRoutes(server, [route], { database, clock, access, settings: http });
  server.get('/bare', async (_request, reply) => {
    const { rows } = await database.pool.query<{ name: string }>(
      `select first_name || ' ' || last_name as name from identity.user where id = $1`,
      [toUuid(userId)],
    );
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(rows[0]));
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
      let database = { checked: 0, bare: 0 };
      const side = (name: 'checked' | 'bare', path: string) => async () => {
        const spent = await costOf(place, { url: `http://127.0.0.1:${port}${path}`, cookie });
        database = { ...database, [name]: spent.database / requests };
        return spent.program / requests;
      };
      const spent = await inTurn(5, {
        checked: side('checked', '/api/v1/name'),
        bare: side('bare', '/bare'),
      });
      await server.close();
      return [
        {
          what: 'session check, CPU of a request',
          ratio: spent.checked / spent.bare,
          of: 'a bare route with one indexed query',
          bound: { most: 1.5 },
          figures:
            `${milliseconds(spent.checked)} against ${milliseconds(spent.bare)}; of the database ` +
            `${milliseconds(database.checked)} against ${milliseconds(database.bare)}`,
        },
      ];
    }),
};
