import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { limits, zipBomb, zipBroken, zipEncrypted, zipNested } from '../unreadable-file.rules.ts';

/** One XML document of a bank file; `ignored` when it is none. */
export type BankDocument = {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array> | 'ignored';
};

/** The documents of a bank file: itself, or what a ZIP holds, read one after the other. */
export async function* documentsOf(
  open: () => Readable,
  name: string,
): AsyncGenerator<BankDocument> {
  if (await isZip(open())) yield* unpacked(open());
  else yield { name, bytes: open() };
}

async function isZip(stream: Readable): Promise<boolean> {
  let start = Buffer.alloc(0);
  for await (const chunk of stream) {
    start = Buffer.concat([start, chunk]);
    if (start.length >= 4) break;
  }
  return start.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004';
}

/** A ZIP's list of contents stands at its end, so it is put aside while it is read. */
async function* unpacked(stream: Readable): AsyncGenerator<BankDocument> {
  const folder = await mkdtemp(join(tmpdir(), 'atrio-zip-'));
  try {
    const path = join(folder, 'file.zip');
    await pipeline(stream, createWriteStream(path));
    const zip = await broken(() => openPromise(path, { autoClose: false }));
    try {
      yield* documentsIn(zip);
    } finally {
      zip.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* documentsIn(zip: ZipFile): AsyncGenerator<BankDocument> {
  const entries = await entriesOf(zip);
  for (const entry of entries) {
    const name = entry.fileName.split('/').at(-1) ?? '';
    const isDocument = /\.xml$/i.test(name) || /camt|^\d|statement/i.test(name);
    if (!isDocument || /\.(pdf|txt|csv|png|jpe?g|md)$/i.test(name)) {
      yield { name, bytes: 'ignored' };
      continue;
    }
    const bytes = await broken(() => zip.openReadStreamPromise(entry));
    yield { name, bytes: guarded(bytes, name) };
  }
}

/** Everything is looked at before anything is read: encrypted, nested and bombs are refused. */
async function entriesOf(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  let total = 0;
  if (zip.entryCount > limits.zipDocuments)
    throw zipBomb({ limit: `${limits.zipDocuments} files` });
  await broken(async () => {
    for await (const entry of zip.eachEntry()) {
      if (/\/$|^__MACOSX\/|(^|\/)\./.test(entry.fileName)) continue;
      const document = entry.fileName.slice(0, 200);
      if (entry.isEncrypted()) throw zipEncrypted({ document });
      if (/\.(zip|gz|7z|rar|tar|tgz)$/i.test(entry.fileName)) throw zipNested({ document });
      total += entry.uncompressedSize;
      const ratio = entry.uncompressedSize / Math.max(entry.compressedSize, 1);
      if (entry.uncompressedSize > limits.zipRatioFrom && ratio > limits.zipRatio) {
        throw zipBomb({ document, limit: `${limits.zipRatio}:1` });
      }
      if (total > limits.unpackedBytes) {
        throw zipBomb({ document, limit: `${limits.unpackedBytes / 1e9} GB` });
      }
      entries.push(entry);
    }
  });
  return entries.toSorted((a, b) => (a.fileName < b.fileName ? -1 : 1));
}

/** The archive's own checks stop a size that lies; what they find is told like the rest. */
async function* guarded(bytes: Readable, document: string): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  try {
    for await (const chunk of bytes) {
      if (isFirst && Buffer.from(chunk).subarray(0, 2).toString('latin1') === 'PK') {
        throw zipNested({ document });
      }
      isFirst = false;
      yield chunk;
    }
  } catch (error) {
    throw asRefusal(error);
  }
}

async function broken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asRefusal(error);
  }
}

function asRefusal(error: unknown): unknown {
  if (!(error instanceof Error) || error.name === 'Refusal') return error;
  return zipBroken({ reason: error.message.slice(0, 200) });
}
