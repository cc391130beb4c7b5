// A session check is one indexed read: a route that asks who is there costs little more than one
// that asks nobody and reads one row by its key.
import type { FastifyInstance } from 'fastify';
import { toUuid } from '#kernel/ids.ts';
import { arrive, type Person } from '#test/people.ts';
import { costOfAsking } from '../measure/cost-of-asking.ts';
import { inTurn } from '../measure/in-turn.ts';
import { namePath, openNamer, sessionCookie } from '../place/namer.ts';
import { inPlace, type Place } from '../place/place.ts';
import { milliseconds, type Bench } from '../row.ts';

const json = 'application/json; charset=utf-8';
const requests = 10_000;

/**
 * Routes on one server: behind the session check; bare; and bare in a transaction, which every
 * request of the product is.
 */
async function openServer(place: Place, { userId }: Person): Promise<FastifyInstance> {
  const server = await openNamer(place);
  const nameOf = `select first_name || ' ' || last_name as name from identity.user where id = $1`;
  const values = [toUuid(userId)];
  const { pool } = place.app.database;
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

export const bench: Bench = {
  measure: () =>
    inPlace(async (place) => {
      const person = await arrive(place);
      const server = await openServer(place, person);
      const cookie = sessionCookie(person);
      const database = new Map<string, number>();
      const side = (path: string) => async () => {
        const url = `${server.listeningOrigin}${path}`;
        const spent = await costOfAsking(place.app.database.pool, { url, cookie, requests });
        database.set(path, spent.database / requests);
        return spent.program / requests;
      };
      const paths = { checked: namePath, bare: '/bare', transaction: '/bare-transaction' };
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
