import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { given } from '#test/world.ts';

/** What a server answers to bytes that no browser would send. */
async function answerTo(port: number, path: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.end(`GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`);
  return text(socket);
}

test.for(['/api/v1/%zz', '/%c0%af', '/api/v1/organizations/%E0%A4%A/invoices'])(
  '[WB-03] [LG-04] %s is no address, and is told so like everything else',
  async (path) => {
    const { app } = await given();
    const address = await app.server.listen({ port: 0, host: '127.0.0.1' });
    const said = await answerTo(Number(new URL(address).port), path);
    expect(said).toMatch(/^HTTP\/1\.1 404 /);
    expect(said).toContain('x-content-type-options: nosniff');
    expect(said).toContain("content-security-policy: default-src 'none'");
    expect(said).toContain('"code":"http.no-such-place"');
    expect(said).not.toContain('FST_');
  },
);
