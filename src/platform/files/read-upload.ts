import { tooLarge } from '#platform/http/refusals.ts';

/** The bytes of a small upload; refused as soon as there are too many, whatever was announced. */
export async function readUpload(
  stream: AsyncIterable<Uint8Array>,
  { maxBytes }: { maxBytes: number },
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge({});
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
