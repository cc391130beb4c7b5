import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { tooLarge } from '#platform/http/refusals.ts';
import type { FileHash, Files, StoredFile } from './files.ts';

/**
 * Files below one folder: `ab/abcdef…`. Written beside their place, flushed, then renamed into it,
 * so that a file under its name is always complete, after a power cut too.
 */
export function filesOnDisk(folder: string): Files {
  const placeOf = (hash: FileHash): string => join(folder, hash.slice(0, 2), checked(hash));
  return {
    put: async (bytes, limit) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const unfinished = join(folder, `.unfinished-${randomBytes(8).toString('hex')}`);
      try {
        const stored = await write(unfinished, bytes, limit?.maxBytes ?? Infinity);
        await keep(unfinished, placeOf(stored.hash));
        return stored;
      } finally {
        await rm(unfinished, { force: true });
      }
    },
    read: (hash) => createReadStream(placeOf(hash)),
    sizeOf: async (hash) => {
      try {
        return (await stat(placeOf(hash))).size;
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    list: () => listed(folder),
  };
}

async function* listed(folder: string): AsyncGenerator<FileHash> {
  const found = await readdir(folder, { recursive: true }).catch(() => []);
  for (const path of found) if (isHash(basename(path))) yield basename(path);
}

async function write(
  path: string,
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<StoredFile> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of bytes instanceof Uint8Array ? [bytes] : bytes) {
      size += chunk.length;
      if (size > maxBytes) throw tooLarge({});
      hash.update(chunk);
      await writeAll(file, chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { hash: hash.digest('hex'), size };
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let done = 0; done < chunk.length;) {
    done += (await file.write(chunk, done)).bytesWritten;
  }
}

async function keep(unfinished: string, place: string): Promise<void> {
  if (await exists(place)) return;
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  await rename(unfinished, place);
  await flushFolder(dirname(place));
  await flushFolder(dirname(dirname(place)));
}

/** A new name is durable only once its folder is. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** A hash comes from our own rows; a name that is none would leave the folder. */
function checked(hash: FileHash): FileHash {
  if (!isHash(hash)) throw new Error('this is not the hash of a file');
  return hash;
}

function isHash(name: string): boolean {
  return /^[0-9a-f]{64}$/.test(name);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
