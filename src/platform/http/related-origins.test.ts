import { expect, test } from 'vitest';
import { given } from '#test/world.ts';
import { readSettings, WrongSettings } from '#platform/settings.ts';

const ask = { method: 'GET', url: '/.well-known/webauthn' } as const;

test('other addresses of the provider may use its passkeys when the operator names them', async () => {
  const named = 'https://mail.example,https://portal.example.net';
  const { app } = await given({ settings: { ATRIO_PASSKEY_ORIGINS: named } });
  const answer = await app.server.inject(ask);
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toMatch(/^application\/json/);
  expect(answer.json()).toEqual({
    origins: [app.settings.origin, 'https://mail.example', 'https://portal.example.net'],
  });
});

test('without them there is no such file', async () => {
  const { app } = await given();
  expect((await app.server.inject(ask)).body).not.toContain('origins');
});

test('an origin is https, and nothing but an origin', () => {
  for (const wrong of ['http://mail.example', 'https://mail.example/path', 'mail.example']) {
    expect(() => readSettings({ ATRIO_PASSKEY_ORIGINS: wrong })).toThrow(WrongSettings);
  }
});
