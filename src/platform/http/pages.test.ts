import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readSettings } from '#platform/settings.ts';
import { servePages } from './pages.ts';
import { refusePlainHttp } from './plain-http.ts';
import { createServer } from './server.ts';

let folder: string;
let server: FastifyInstance | undefined;
const page = { accept: 'text/html,*/*' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atrio-pages-'));
  await mkdir(join(folder, 'assets'));
  await mkdir(join(folder, '.vite'));
  await writeFile(
    join(folder, 'index.html'),
    '<script nonce="__NONCE__"></script><i nonce="__NONCE__">',
  );
  await writeFile(join(folder, 'assets', 'main-1a2b.js'), 'plain');
  await writeFile(join(folder, 'assets', 'main-1a2b.js.br'), 'brotli');
  await writeFile(join(folder, 'phone-worker.js'), 'plain');
  await writeFile(join(folder, 'phone-worker.js.br'), 'brotli');
  await writeFile(join(folder, '.vite', 'manifest.json'), '{}');
  await writeFile(join(folder, 'atrio.svg'), '<svg/>');
});
afterAll(() => rm(folder, { recursive: true }));
afterEach(() => server?.close());

async function serving(environment: Record<string, string> = {}, where = folder) {
  const settings = readSettings({ ATRIO_LOG_LEVEL: 'silent', ...environment });
  server = await createServer(settings);
  refusePlainHttp(server, settings);
  await servePages(server, where);
  return server;
}

test('[WB-02] every address of the app is the shell, with a nonce of its own', async () => {
  const app = await serving();
  const answers = await Promise.all(
    ['/', '/o/org_1/billing', '/index.html'].map((url) => app.inject({ url, headers: page })),
  );
  const nonces = answers.map(({ body }) => /nonce="([\w-]+)"/.exec(body)![1]!);
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
  expect(new Set(nonces).size).toBe(3);
  answers.forEach(({ headers, body }, index) => {
    expect(headers['content-security-policy']).toContain(`script-src 'nonce-${nonces[index]}'`);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).not.toContain('__NONCE__');
  });
});

test('built files are compressed already and kept for ever; others for minutes', async () => {
  const app = await serving();
  const script = { url: '/assets/main-1a2b.js', headers: { 'accept-encoding': 'br' } };
  const compressed = await app.inject(script);
  expect(compressed).toMatchObject({ statusCode: 200, body: 'brotli' });
  expect(compressed.headers).toMatchObject({
    'content-encoding': 'br',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  });
  expect((await app.inject({ url: script.url })).body).toBe('plain');
  const icon = await app.inject({ url: '/atrio.svg' });
  expect(icon.headers).toMatchObject({
    'cache-control': 'public, max-age=300',
    'content-type': 'image/svg+xml',
  });
});

test('a service worker may fetch from here and nothing else, compressed or not', async () => {
  const app = await serving();
  for (const headers of [{}, { 'accept-encoding': 'br' }]) {
    const worker = await app.inject({ url: '/phone-worker.js', headers });
    expect(worker.headers['content-security-policy']).toBe(
      "default-src 'none'; connect-src 'self'; img-src 'self'",
    );
  }
});

test('what is not there is a problem to scripts, and nothing hidden is served', async () => {
  const app = await serving();
  for (const url of ['/nowhere', '/assets/none.js', '/.vite/manifest.json', '/assets/../../keys']) {
    const answer = await app.inject({ url });
    expect(answer.statusCode, url).toBe(404);
    expect(answer.json()).toMatchObject({ code: 'http.no-such-place' });
  }
  const api = await app.inject({ url: '/api/v1/nowhere', headers: page });
  expect(api.headers['content-type']).toContain('application/problem+json');
});

test('robots are told where not to go', async () => {
  const app = await serving();
  expect((await app.inject({ url: '/robots.txt' })).body).toContain('Disallow: /api/');
});

test('without built pages an address says how to build them', async () => {
  const app = await serving({}, join(folder, 'nothing'));
  const answer = await app.inject({ url: '/', headers: page });
  expect(answer.statusCode).toBe(503);
  expect(answer.body).toContain('npm run build');
});

const elsewhere = { ...page, host: 'portal.example' };

test('plain HTTP outside this machine gets a page that says why', async () => {
  const app = await serving();
  const refused = await app.inject({ url: '/', headers: elsewhere });
  expect(refused.statusCode).toBe(403);
  expect(refused.body).toContain('HTTPS');
  const script = await app.inject({ url: '/api/v1/session', headers: { host: 'portal.example' } });
  expect(script.json()).toMatchObject({ code: 'http.plain-http' });
});

test.for([
  ['allowed by the operator', { ATRIO_INSECURE_HTTP: 'on' }, {}],
  ['to the own https origin, behind a proxy', { ATRIO_ORIGIN: 'https://portal.example' }, {}],
  [
    'called HTTPS by a trusted proxy',
    { ATRIO_TRUSTED_PROXIES: '127.0.0.1' },
    { 'x-forwarded-proto': 'https' },
  ],
] as const)('a request %s is served', async ([, environment, headers]) => {
  const app = await serving(environment);
  const answer = await app.inject({ url: '/', headers: { ...elsewhere, ...headers } });
  expect(answer.statusCode).toBe(200);
});

test('nobody but a trusted proxy can call a request HTTPS', async () => {
  const app = await serving();
  const headers = { ...elsewhere, 'x-forwarded-proto': 'https' };
  expect((await app.inject({ url: '/', headers })).statusCode).toBe(403);
});
