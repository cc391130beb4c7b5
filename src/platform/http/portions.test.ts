import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inPortions } from './portions.ts';

/** Says who was begun, in order, when they come as these. */
function door() {
  const begun: string[] = [];
  const handle = inPortions(({ url = '' }) => begun.push(url));
  const come = (name: string, method: string, cookie?: string) => {
    const request = new IncomingMessage(new Socket());
    Object.assign(request, { method, url: name });
    if (cookie !== undefined) request.headers.cookie = cookie;
    handle(request, new ServerResponse(request));
  };
  return { begun, come };
}

test('[PW-16] a crowd of strangers is begun in portions, each in its turn', async () => {
  const { begun, come } = door();
  const crowd = Array.from({ length: 20 }, (_, index) => `stranger ${index}`);
  for (const name of crowd) come(name, 'POST');
  expect(begun).toEqual(crowd.slice(0, 8));
  await nextTurn();
  expect(begun).toEqual(crowd.slice(0, 16));
  come('too late', 'POST');
  await nextTurn();
  expect(begun).toEqual([...crowd, 'too late']);
});

test('[PW-16] whoever is in already, or only reads, does not wait for them', async () => {
  const { begun, come } = door();
  for (let index = 0; index < 20; index++) come('stranger', 'POST');
  come('signed in', 'POST', '__Host-atrio_sid=ms_x');
  come('/health', 'GET');
  expect(begun.slice(8)).toEqual(['signed in', '/health']);
  await nextTurn();
  await nextTurn();
  expect(begun).toHaveLength(22);
});

test('a portion is for one turn: the next one begins with nobody in it', async () => {
  const { begun, come } = door();
  for (let index = 0; index < 8; index++) come('stranger', 'POST');
  await nextTurn();
  for (let index = 0; index < 9; index++) come('another', 'POST');
  expect(begun).toHaveLength(16);
});
