import type { Readable } from 'node:stream';

/** The SHA-256 of a file's bytes, in hex: its name and the proof of its content. */
export type FileHash = string;

export type StoredFile = { readonly hash: FileHash; readonly size: number };

/**
 * Where bytes are kept: named by their hash, written once, never changed. On disk here, in
 * S3-compatible storage elsewhere. A file without a row that names it is harmless.
 */
export type Files = {
  /** Keeps the bytes, durably, before it answers. Refuses more than `maxBytes`. */
  put(
    bytes: Uint8Array | AsyncIterable<Uint8Array>,
    limit?: { readonly maxBytes: number },
  ): Promise<StoredFile>;
  /** Errors on the stream when there is no such file. */
  read(hash: FileHash): Readable;
  sizeOf(hash: FileHash): Promise<number | undefined>;
  /** Every file, in no order: for backups. */
  list(): AsyncIterable<FileHash>;
};
