// The ustar format, as much as a backup needs: plain files, named in ASCII, one after the other.
const block = 512;

/** The header that stands before an entry's bytes. */
export function headerOf(name: string, size: number, at: Date): Buffer {
  if (!/^[\w./-]{1,99}$/.test(name)) throw new Error(`${name} cannot be an entry's name`);
  const header = Buffer.alloc(block);
  const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0');
  header.write(name, 0);
  header.write(`${octal(0o600, 7)}\0${octal(0, 7)}\0${octal(0, 7)}\0`, 100);
  header.write(`${octal(size, 11)}\0${octal(Math.floor(at.getTime() / 1000), 11)}\0`, 124);
  header.write('        0', 148);
  header.write('ustar\x0000', 257);
  header.write(`${octal(sumOf(header), 6)}\0 `, 148);
  return header;
}

/** What fills the last block of an entry. */
export function paddingAfter(size: number): Buffer {
  return Buffer.alloc((block - (size % block)) % block);
}

export const endOfTar = Buffer.alloc(2 * block);

export type Entry = {
  readonly name: string;
  readonly size: number;
  /** Its bytes; what is left of them is skipped when the next entry is asked for. */
  readonly body: AsyncGenerator<Buffer>;
};

export class BrokenArchive extends Error {
  override readonly name = 'BrokenArchive';
}

/** Reads entries as they come; throws unless the archive ends as it must. */
export async function* readTar(source: AsyncIterable<Uint8Array>): AsyncGenerator<Entry> {
  const bytes = byteReader(source);
  try {
    for (;;) {
      const header = await bytes.exactly(block);
      if (header.every((byte) => byte === 0)) return;
      const { name, size } = describedIn(header);
      const body = bytes.atMost(size);
      yield { name, size, body };
      while (!(await body.next()).done);
      await bytes.exactly(paddingAfter(size).length);
    }
  } finally {
    await bytes.close();
  }
}

function describedIn(header: Buffer): { name: string; size: number } {
  const sum = Number.parseInt(header.toString('latin1', 148, 154), 8);
  const name = header.toString('latin1', 0, 100).replace(/\0.*$/s, '');
  const size = Number.parseInt(header.toString('latin1', 124, 135), 8);
  header.write('        ', 148);
  if (sum !== sumOf(header)) throw new BrokenArchive('this is not a backup of Atrio');
  return { name, size };
}

function sumOf(header: Buffer): number {
  return header.reduce((sum, byte) => sum + byte, 0);
}

function byteReader(source: AsyncIterable<Uint8Array>) {
  const chunks = source[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);

  /** Gives the next bytes in whatever pieces they come. */
  async function* atMost(wanted: number): AsyncGenerator<Buffer> {
    for (let missing = wanted; missing > 0;) {
      if (rest.length === 0) {
        const next = await chunks.next();
        if (next.done === true) throw new BrokenArchive('the backup is cut off');
        rest = Buffer.from(next.value);
      }
      const piece = rest.subarray(0, missing);
      rest = rest.subarray(piece.length);
      missing -= piece.length;
      yield piece;
    }
  }

  const exactly = async (wanted: number): Promise<Buffer> => {
    const pieces: Buffer[] = [];
    for await (const piece of atMost(wanted)) pieces.push(piece);
    return Buffer.concat(pieces);
  };
  /** Whoever writes the archive is told when nobody reads on. */
  const close = async () => void (await chunks.return?.());
  return { atMost, exactly, close };
}
