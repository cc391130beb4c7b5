import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesOnDisk } from './files-on-disk.ts';
import type { Files } from './files.ts';

let folder: string;
let files: Files;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atrio-files-'));
  files = filesOnDisk(folder);
});
afterAll(() => rm(folder, { recursive: true }));

const bytes = randomBytes(300_000);
const hash = createHash('sha256').update(bytes).digest('hex');
const unfinished = async () => (await readdir(folder)).filter((name) => name.startsWith('.'));

test('what was put is read again under its hash', async () => {
  expect(await files.put(bytes)).toEqual({ hash, size: 300_000 });
  expect(await buffer(files.read(hash))).toEqual(bytes);
  expect(await files.sizeOf(hash)).toBe(300_000);
  expect((await stat(join(folder, hash.slice(0, 2), hash))).mode & 0o777).toBe(0o600);
});

test('a stream gives the same file, and twice the same is one', async () => {
  const again = await Promise.all([files.put(Readable.from([bytes])), files.put(bytes)]);
  expect(again.map((stored) => stored.hash)).toEqual([hash, hash]);
  expect(await readdir(join(folder, hash.slice(0, 2)))).toEqual([hash]);
});

test('an empty file is a file', async () => {
  const stored = await files.put(new Uint8Array());
  expect(stored.size).toBe(0);
  expect(await buffer(files.read(stored.hash))).toHaveLength(0);
});

test('what is larger than allowed is refused and leaves nothing', async () => {
  const large = Readable.from([Buffer.alloc(600), Buffer.alloc(600)]);
  await expect(files.put(large, { maxBytes: 1000 })).rejects.toMatchObject({
    code: 'http.too-large',
  });
  expect(await unfinished()).toEqual([]);
  await expect(files.put(Buffer.alloc(1000), { maxBytes: 1000 })).resolves.toMatchObject({
    size: 1000,
  });
});

test('an upload that breaks off leaves nothing', async () => {
  async function* broken() {
    yield Buffer.from('half');
    throw new Error('connection lost');
  }
  await expect(files.put(broken())).rejects.toThrow('connection lost');
  expect(await unfinished()).toEqual([]);
});

test('a file that is not there is missed, and a name that is no hash leads nowhere', async () => {
  const absent = 'a'.repeat(64);
  expect(await files.sizeOf(absent)).toBeUndefined();
  await expect(buffer(files.read(absent))).rejects.toThrow('ENOENT');
  expect(() => files.read('../keys')).toThrow('not the hash');
});
