import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { system } from '#kernel/actor.ts';
import { contract } from '#kernel/contract.ts';
import { cloneTemplate, type Clone } from '#test/database.ts';
import { assemble, type App } from './assemble.ts';
import type { Access } from './http/access.ts';
import { serve } from './http/route.ts';
import { defineJob, handle } from './jobs/jobs.ts';
import { parseKeys, WrongKeys } from './keys/key-material.ts';
import { keyring } from './keys/keyring.ts';
import { readSettings } from './settings.ts';

const greet = contract({
  name: 'greet',
  method: 'GET',
  path: '/greetings/:whom',
  summary: 'Greets.',
  permission: 'public',
  params: z.object({ whom: z.string() }),
  returns: z.object({ greeting: z.string() }).meta({ id: 'Greeting' }),
});
const module = {
  name: 'greetings',
  routes: [serve(greet, async ({ params }) => ({ greeting: `Hello ${params.whom}` }))],
  jobs: [handle(defineJob('greetings.wave', z.object({})), async () => undefined)],
};
const access: Access = {
  authenticate: async () => system('test'),
  authorize: async () => undefined,
};
const settings = readSettings({
  ATRIO_LOG_LEVEL: 'silent',
  ATRIO_METRICS_TOKEN: 'a token of sixteen letters',
});
const newKey = (kid: string) => `${kid}:${randomBytes(32).toString('base64')}`;
const first = newKey('k1');

let clone: Clone;
let app: App;
const keys = keyring(parseKeys(first));
const assembled = (given = keys) =>
  assemble(
    { settings, url: clone.url, keys: given, connections: 3 },
    { modules: [module], access },
  );

beforeAll(async () => {
  clone = await cloneTemplate();
  app = await assembled();
});
afterAll(async () => {
  await app.close();
  await clone.drop();
});

test('a module’s route answers below /api/v1, with a request id', async () => {
  const answer = await app.server.inject({ url: '/api/v1/greetings/Ada' });
  expect(answer.json()).toEqual({ greeting: 'Hello Ada' });
  expect(answer.headers['x-request-id']).toMatch(/^[\w-]{12}$/);
});

test('it says that it is healthy and ready', async () => {
  expect((await app.server.inject({ url: '/health' })).json()).toEqual({ status: 'ready' });
  const ready = await app.server.inject({ url: '/ready' });
  expect(ready.json()).toEqual({ status: 'ready', database: 'ok' });
});

test('the API describes itself', async () => {
  const description = (await app.server.inject({ url: '/api/openapi.json' })).json();
  expect(description).toMatchObject({
    openapi: '3.1.1',
    servers: [{ url: `${settings.origin}/api/v1` }],
  });
  expect(Object.keys(description.paths)).toEqual([
    '/staff/dead-jobs',
    '/staff/dead-jobs/{jobId}/retries',
    '/greetings/{whom}',
  ]);
});

test('metrics are for this machine and for whoever has the token', async () => {
  await app.server.inject({ url: '/api/v1/greetings/Ada' });
  const ask = async (remoteAddress: string, headers: Record<string, string>) =>
    app.server.inject({ url: '/metrics', remoteAddress, headers });

  const local = await ask('127.0.0.1', {});
  expect(local.body).toContain('route="/api/v1/greetings/:whom",status="200"');
  expect(local.body).toContain('atrio_database_connections{state="idle"}');
  expect((await ask('192.0.2.7', {})).statusCode).toBe(403);
  expect((await ask('127.0.0.1', { 'x-forwarded-for': '192.0.2.7' })).statusCode).toBe(403);
  const token = { authorization: 'Bearer a token of sixteen letters' };
  expect((await ask('192.0.2.7', token)).statusCode).toBe(200);
  expect((await ask('192.0.2.7', { authorization: 'Bearer wrong' })).statusCode).toBe(403);
});

test('without its database it is not healthy, and says which part fails', async () => {
  const other = await cloneTemplate();
  const lone = await assemble(
    { settings, url: other.url, keys, connections: 1 },
    { modules: [module], access },
  );
  lone.database.pool.options.connectionTimeoutMillis = 500;
  await other.drop();
  const health = await lone.server.inject({ url: '/health' });
  expect(health.statusCode).toBe(503);
  const ready = await lone.server.inject({ url: '/ready' });
  expect(ready.json()).toEqual({ status: 'not ready', database: 'failing' });
  await lone.close();
});

test('[CR-03] keys that did not seal this database stop the start, an added key not', async () => {
  const start = (text: string) => assembled(keyring(parseKeys(text)));
  await expect(start(newKey('k1'))).rejects.toBeInstanceOf(WrongKeys);
  await expect(start(newKey('k2'))).rejects.toThrow('sealed with the key k1,');
  await (await start(`${newKey('k3')},${first}`)).close();
});
