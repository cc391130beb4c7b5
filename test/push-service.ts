// A push service as browsers have them: takes empty messages for phones, and keeps what it was told.
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

type Answer = number | { readonly status: number; readonly location: string } | 'never';

/** One that answers in turn with these, then 201; and settings that let it be asked. */
export async function pushService(...answers: Answer[]) {
  const told: { path: string; body: string; headers: IncomingHttpHeaders }[] = [];
  const keep = async (request: IncomingMessage): Promise<void> => {
    told.push({
      path: request.url ?? '',
      body: await text(request),
      headers: request.headers,
    });
  };
  const server = createServer((request, response) => {
    const answer = answers.shift() ?? 201;
    void keep(request).finally(() => {
      if (answer === 'never') return;
      const { status, ...headers } = typeof answer === 'number' ? { status: answer } : answer;
      response.writeHead(status, headers).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    return new Promise<void>((done) => void server.close(() => done()));
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const origin = `http://127.0.0.1:${port}`;
  return {
    told,
    origin,
    endpoint: `${origin}/phone-1`,
    settings: { ATRIO_PUSH_HOSTS: origin },
    /** From now on it answers so. */
    answers: (...next: Answer[]) => void answers.push(...next),
  };
}
