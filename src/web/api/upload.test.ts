import { expect, onTestFinished, test, vi } from 'vitest';
import { newId } from '#kernel/new-id.ts';
import { keepCsrf } from './csrf.ts';
import { upload } from './upload.ts';

/** The browser's own, in front of a server that takes files with this proof only. */
function browserWhere(csrf: string) {
  const keys: string[] = [];
  class Sending extends EventTarget {
    readonly upload = new EventTarget();
    readonly #headers = new Map<string, string>();
    status = 0;
    responseText = '';
    open(): void {}
    setRequestHeader(name: string, value: string): void {
      this.#headers.set(name, value);
    }
    getResponseHeader = (): null => null;
    send(): void {
      keys.push(this.#headers.get('idempotency-key') ?? '');
      const isProven = this.#headers.get('x-atrio-csrf') === csrf;
      this.status = isProven ? 200 : 403;
      const refusal = { code: 'http.cross-site', kind: 'forbidden', facts: {} };
      this.responseText = JSON.stringify(isProven ? { taken: true } : refusal);
      queueMicrotask(() => this.dispatchEvent(new Event('load')));
    }
  }
  vi.stubGlobal('XMLHttpRequest', Sending);
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ csrf })));
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return { keys };
}

test('[SE-03] a file is sent again when the session got another token meanwhile', async () => {
  const { keys } = browserWhere('of the next token');
  keepCsrf('user', 'of the token before');
  const input = { params: { organizationId: newId('org', new Date()) } };
  const file = new File(['x'], 'x.png');
  expect(await upload('setSquareLogo', input, file, () => undefined)).toEqual({ taken: true });
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
});
