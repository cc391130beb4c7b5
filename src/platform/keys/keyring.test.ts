import { createPublicKey, randomBytes, verify } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSettings } from '#platform/settings.ts';
import { parseKeys } from './key-material.ts';
import { keyring } from './keyring.ts';
import { loadKeys } from './load-keys.ts';

const bytes = () => randomBytes(32).toString('base64');
const [one, two] = [`k1:${bytes()}`, `k2:${bytes()}`];
const before = keyring(parseKeys(one));
const rotated = keyring(parseKeys(`${two},${one}`));
/** What Node says when a text was sealed otherwise. */
const refused = /unable to authenticate/;
const purpose = { use: 'identity.user.password', row: 'usr_1', owner: 'usr_1' };

test('[CR-01] what was sealed opens for its purpose only', () => {
  const sealed = before.seal(purpose, 'ñandú 🦤');

  expect(sealed).toMatch(/^v1\.k1\.[\w-]{16}\.[\w-]+\.[\w-]{22}$/);
  expect(before.open(purpose, sealed)).toBe('ñandú 🦤');
  for (const other of [{ use: 'x' }, { row: 'usr_2' }, { owner: 'usr_2' }]) {
    expect(() => before.open({ ...purpose, ...other }, sealed)).toThrow(refused);
  }
});

test('[CR-01] an empty text seals too, and each sealing is of its own', () => {
  expect(before.open(purpose, before.seal(purpose, ''))).toBe('');
  expect(before.seal(purpose, 'a')).not.toBe(before.seal(purpose, 'a'));
});

test('[CR-01] a changed byte anywhere does not open', () => {
  const parts = before.seal(purpose, 'secret').split('.');
  for (const index of [2, 3, 4]) {
    const changed = parts.with(index, flipped(parts[index]!)).join('.');
    expect(() => before.open(purpose, changed), `part ${index}`).toThrow(refused);
  }
  expect(() => before.open(purpose, parts.slice(0, 4).join('.'))).toThrow('not a sealed text');
});

test('[CR-01] a shortened tag does not open', () => {
  const parts = before.seal(purpose, 'secret').split('.');
  const short = Buffer.from(parts[4]!, 'base64url').subarray(0, 4).toString('base64url');
  expect(() => before.open(purpose, parts.with(4, short).join('.'))).toThrow(
    'Invalid authentication tag',
  );
});

test('[CR-01] rotation: a new key seals, the old one opens, old texts are known', () => {
  const old = before.seal(purpose, 'secret');

  expect(rotated.open(purpose, old)).toBe('secret');
  expect(rotated.isOutdated(old)).toBe(true);
  const again = rotated.seal(purpose, rotated.open(purpose, old));
  expect(rotated.isOutdated(again)).toBe(false);
  expect(() => before.open(purpose, again)).toThrow('the key k2 is needed but not given');
});

test('[CR-01] keyed hashes hold through a rotation and differ by purpose', () => {
  const mac = before.hmac(purpose, 'ada@example.org');

  expect(rotated.isHmacOf(purpose, 'ada@example.org', mac)).toBe(true);
  expect(rotated.isHmacOf(purpose, 'eve@example.org', mac)).toBe(false);
  expect(rotated.isHmacOf({ ...purpose, use: 'x' }, 'ada@example.org', mac)).toBe(false);
  expect(rotated.isHmacOf(purpose, 'ada@example.org', mac.subarray(0, 8))).toBe(false);
});

test('[CR-01] signatures verify after a rotation, and offline with the public key', () => {
  const text = Buffer.from('head of the log');
  const signature = before.sign(text);

  expect(rotated.verify(text, signature)).toBe(true);
  expect(rotated.verify(Buffer.from('another head'), signature)).toBe(false);
  expect(before.verify(text, rotated.sign(text))).toBe(false);
  const pem = rotated.publicKeys.get('k1')!;
  expect(verify(null, text, createPublicKey(pem), signature.value)).toBe(true);
});

test.for([
  ['empty', ' \n', 'empty'],
  ['without an id', bytes(), 'id:base64'],
  ['short', `k1:${randomBytes(31).toString('base64')}`, '31 bytes'],
  ['all zero', `k1:${Buffer.alloc(32).toString('base64')}`, 'not random'],
  [
    'typed by hand',
    `k1:${Buffer.from('change-me-change-me-abcdefghijklm').toString('base64')}`,
    'not random',
  ],
  ['of the same id twice', `${one},k1:${bytes()}`, 'given twice'],
  ['the same under two ids', `${one},k3:${one.slice(3)}`, 'same bytes'],
] as const)('[CR-03] keys that are %s stop the start', ([, text, because]) => {
  expect(() => parseKeys(text)).toThrow(because);
});

test('[CR-03] with a database server, missing keys stop the start', async () => {
  const settings = readSettings({ DATABASE_URL: 'postgresql://atrio@db/atrio' });
  await expect(loadKeys(settings)).rejects.toThrow('keys must be given');
  const elsewhere = readSettings({ ATRIO_KEYS_FILE: '/nowhere/keys' });
  await expect(loadKeys(elsewhere)).rejects.toThrow('/nowhere/keys cannot be read: ENOENT');
});

test('[CR-03] the embedded default makes its keys once, for its owner only', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'atrio-keys-'));
  try {
    const settings = readSettings({ ATRIO_DATA: join(folder, 'data') });
    const [first, second] = await Promise.all([loadKeys(settings), loadKeys(settings)]);
    const path = join(folder, 'data', 'keys');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(second.open(purpose, first.seal(purpose, 'same'))).toBe('same');

    await chmod(path, 0o644);
    const third = await loadKeys(settings);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(third.open(purpose, first.seal(purpose, 'same'))).toBe('same');
    expect(await readFile(path, 'utf8')).toMatch(/^k1:/);
  } finally {
    await rm(folder, { recursive: true });
  }
});

function flipped(part: string): string {
  const changed = Buffer.from(part, 'base64url');
  changed[0]! ^= 1;
  return changed.toString('base64url');
}
