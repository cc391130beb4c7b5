import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { TextRefused } from './gateway.ts';
import { webhookGateway } from './webhook-gateway.ts';

const secret = 'a secret of the gateway and of us';
const said = {
  id: 'sms_1',
  to: '+41791234567',
  body: 'Hello',
  at: new Date('2026-03-31T12:00:00Z'),
};

/** A gateway that answers so, and keeps what it is told. */
async function gatewayThatSays(status: number, headers: Record<string, string> = {}) {
  const told: { body: string; headers: IncomingHttpHeaders }[] = [];
  const keep = async (request: IncomingMessage): Promise<void> => {
    told.push({ body: await text(request), headers: request.headers });
  };
  const server = createServer((request, response) => {
    void keep(request).finally(() => response.writeHead(status, headers).end('{}'));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => new Promise<void>((done) => void server.close(() => done())));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const url = `http://127.0.0.1:${port}/texts`;
  return { told, url, gateway: webhookGateway({ url, secret }) };
}

test('a text is handed over as JSON, signed over id, time and body', async () => {
  const { told, gateway } = await gatewayThatSays(202);
  await gateway.send(said);
  const [first] = told;
  expect(JSON.parse(first?.body ?? '')).toEqual({ id: 'sms_1', to: '+41791234567', text: 'Hello' });
  const signed = `sms_1.1774958400.${first?.body}`;
  expect(first?.headers).toMatchObject({
    'webhook-id': 'sms_1',
    'webhook-timestamp': '1774958400',
    'webhook-signature': `v1,${createHmac('sha256', secret).update(signed).digest('base64')}`,
  });
});

test.for([400, 403, 404])('%s is a no for good', async (status) => {
  const { gateway } = await gatewayThatSays(status);
  await expect(gateway.send(said)).rejects.toThrow(TextRefused);
});

test.for([408, 429, 500, 503])('%s is worth another try', async (status) => {
  const { gateway } = await gatewayThatSays(status);
  const failure = await gateway.send(said).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Error);
  expect(failure).not.toBeInstanceOf(TextRefused);
});

test('a gateway that points elsewhere is not followed: codes go to one place', async () => {
  const elsewhere = await gatewayThatSays(200);
  const { gateway } = await gatewayThatSays(307, { location: elsewhere.url });
  await expect(gateway.send(said)).rejects.toThrow('fetch failed');
  expect(elsewhere.told).toEqual([]);
});

test.for([200, 204, 401, 405])(
  'somebody who answers %s is there, and is told nothing',
  async (status) => {
    const { told, gateway } = await gatewayThatSays(status);
    await gateway.verify();
    expect(told).toMatchObject([{ body: '' }]);
    expect(told[0]?.headers).not.toHaveProperty('webhook-signature');
  },
);

test.for([
  [307, 'the gateway points elsewhere'],
  [404, 'the gateway answered 404'],
  [502, 'the gateway answered 502'],
] as const)('%s is no gateway: %s', async ([status, problem]) => {
  const { gateway } = await gatewayThatSays(status, { location: 'http://localhost:1/' });
  await expect(gateway.verify()).rejects.toThrow(problem);
});
