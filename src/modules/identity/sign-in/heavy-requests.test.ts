// What is large, deep or slow is turned down before it costs anything; the house stays well.
import { request, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { ada, arrive } from '#test/people.ts';
import { given, type World } from '#test/world.ts';
import { signIn } from './sign-in.contract.ts';

const health = async ({ app }: World) => (await app.server.inject({ url: '/health' })).statusCode;

const post = ({ app }: World, payload: string) =>
  app.server.inject({
    method: 'POST',
    url: '/api/v1/sign-in',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    payload,
  });

test('[AT-69] a password of a megabyte, and JSON that is deep, are read by nobody', async () => {
  const world = await given();
  const tries = 'select count(*)::int as n from identity.lane';
  for (const letters of [2_000_000, 900_000, 1100]) {
    const password = 'x'.repeat(letters);
    const answer = await post(world, JSON.stringify({ address: ada.address, password }));
    expect([400, 413, 422], `${letters} letters`).toContain(answer.statusCode);
  }
  const depth = 200_000;
  const deep = await post(world, `${'['.repeat(depth)}${']'.repeat(depth)}`);
  expect([400, 422]).toContain(deep.statusCode);
  expect(await world.query(tries), 'none of it was a try').toEqual([{ n: 0 }]);
  expect(await health(world)).toBe(200);
});

test('[AT-69] long passwords by the hundred at once are checked or told to wait, and nothing else', async () => {
  const world = await given();
  await arrive(world, ada);
  const password = 'ä'.repeat(128);
  const answers = await Promise.all(
    Array.from({ length: 150 }, (_, index) =>
      world
        .browser({ from: `10.0.${index}.1` })
        .send(signIn, { body: { address: `${index}@example.com`, password } }),
    ),
  );
  const codes = new Set(answers.map((answer) => answer.json<{ code: string }>().code));
  expect([...codes].toSorted()).toEqual(['identity.hashing-busy', 'identity.sign-in-refused']);
  expect(await health(world)).toBe(200);
});

test('[AT-69] headers have a size, and a request that drips a time to be over', async () => {
  const { app } = await given();
  const at = await app.server.listen({ host: '127.0.0.1', port: 0 });
  const sent = request(`${at}/health`, { headers: { 'x-large': 'x'.repeat(100_000) } }).end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  answer.resume();
  expect(answer.statusCode).toBe(431);
  const { requestTimeout, headersTimeout } = app.server.server;
  expect(headersTimeout).toBeGreaterThan(0);
  expect(headersTimeout).toBeLessThanOrEqual(60_000);
  expect(requestTimeout).toBeGreaterThan(0);
  expect(requestTimeout).toBeLessThanOrEqual(15 * 60_000);
});
