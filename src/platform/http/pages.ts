// The browser's part: built files, and one shell for every address of the app.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pagePolicy } from './headers.ts';
import { noSuchPlace } from './refusals.ts';

/** The build leaves this where a nonce belongs; each response gets its own (WB-02). */
const noncePlaceholder = '__NONCE__';

/** Serves the built pages of a folder; without them, an address says how to make them. */
export async function servePages(server: FastifyInstance, folder: string): Promise<void> {
  const shell = await readShell(folder);
  const phoneShell = await readShell(join(folder, 'authenticator'));
  if (shell !== undefined) {
    await server.register(fastifyStatic, {
      root: folder,
      index: false,
      dotfiles: 'ignore',
      preCompressed: true,
      cacheControl: false,
      globIgnore: ['**/index.html', '**/*.br', '**/*.gz', '**/.*/**'],
      wildcard: false,
      setHeaders: (reply, path) => {
        reply.header('cache-control', isHashed(path) ? forever : 'public, max-age=300');
        if (isWorker(path)) reply.header('content-security-policy', workerPolicy);
      },
    });
  }
  server.get('/robots.txt', (_request, reply) =>
    reply.type('text/plain; charset=utf-8').send('User-agent: *\nDisallow: /api/\n'),
  );
  server.setNotFoundHandler(async (request, reply) => {
    if (!wantsPage(request)) throw noSuchPlace({});
    const page = isPhone(request) ? phoneShell : shell;
    return sendPage(reply, page ?? notBuilt, page === undefined ? 503 : 200);
  });
}

/** A page of its own, under the strict policy. */
export function sendPage(reply: FastifyReply, html: string, status: number): FastifyReply {
  const nonce = randomBytes(16).toString('base64url');
  return reply
    .code(status)
    .header('content-security-policy', pagePolicy(nonce))
    .type('text/html; charset=utf-8')
    .send(html.replaceAll(noncePlaceholder, nonce));
}

/** A browser asking for an address, not a script asking for the API. */
export function wantsPage({ method, url, headers }: FastifyRequest): boolean {
  const isReading = method === 'GET' || method === 'HEAD';
  return isReading && !url.startsWith('/api/') && (headers.accept ?? '').includes('text/html');
}

/** The app on people's phones is a page of its own (settled 17). */
function isPhone({ url }: FastifyRequest): boolean {
  return /^\/authenticator\/?(\?|$)/.test(url);
}

/** A service worker fetches what it keeps, and shows notices with their pictures. */
const workerPolicy = "default-src 'none'; connect-src 'self'; img-src 'self'";

/** Compressed or not. */
const isWorker = (path: string): boolean => /-worker\.js(\.br|\.gz)?$/.test(path);

const forever = 'public, max-age=31536000, immutable';

/** The build writes a hash of the content into these names. */
function isHashed(path: string): boolean {
  return /[\\/]assets[\\/]/.test(path);
}

async function readShell(folder: string): Promise<string | undefined> {
  try {
    return await readFile(join(folder, 'index.html'), 'utf8');
  } catch {
    return undefined;
  }
}

/** A page that needs neither scripts nor styles. */
export function plainPage(title: string, sentences: readonly string[]): string {
  const paragraphs = sentences.map((sentence) => `<p>${escaped(sentence)}</p>`).join('\n');
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title></head>
<body><main><h1>${escaped(title)}</h1>
${paragraphs}
</main></body></html>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

const notBuilt = plainPage('The pages are not built yet', [
  'Run npm run build, then start Atrio again.',
]);
