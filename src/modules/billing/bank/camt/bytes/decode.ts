import { wrongEncoding } from '../unreadable-file.rules.ts';

const known: ReadonlyMap<string, string> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['ascii', 'utf-8'],
  ['utf-16', 'utf-16le'],
  ['utf-16le', 'utf-16le'],
  ['utf-16be', 'utf-16be'],
  ['iso-8859-1', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['windows-1252', 'windows-1252'],
  ['iso-8859-15', 'iso-8859-15'],
]);

/** Text of a document's bytes, in the encoding that its first bytes name; wrong bytes refuse it. */
export async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let encoding = 'utf-8';
  let held = new Uint8Array();
  const decode = (chunk: Uint8Array | undefined): string => {
    try {
      return decoder?.decode(chunk, { stream: chunk !== undefined }) ?? '';
    } catch {
      throw wrongEncoding({ encoding });
    }
  };
  for await (const chunk of bytes) {
    if (decoder) {
      yield decode(chunk);
      continue;
    }
    held = Buffer.concat([held, chunk]);
    if (held.length < 256) continue;
    encoding = encodingOf(held);
    decoder = new TextDecoder(encoding, { fatal: true });
    yield decode(held);
  }
  if (!decoder) {
    encoding = encodingOf(held);
    decoder = new TextDecoder(encoding, { fatal: true });
    yield decode(held);
  }
  yield decode(undefined);
}

/** From the byte order mark, or else from the XML declaration; UTF-8 when neither says anything. */
function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  if (start[0] === 0x3c && start[1] === 0) return 'utf-16le';
  if (start[0] === 0 && start[1] === 0x3c) return 'utf-16be';
  const text = Buffer.from(start.subarray(0, 256)).toString('latin1');
  const named = /<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(text)?.[1];
  if (named === undefined) return 'utf-8';
  const encoding = known.get(named.toLowerCase());
  if (encoding === undefined) throw wrongEncoding({ encoding: named });
  return encoding === 'utf-16le' || encoding === 'utf-16be' ? 'utf-8' : encoding;
}
