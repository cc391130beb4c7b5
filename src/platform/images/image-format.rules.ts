export type ImageFormat = 'png' | 'jpeg' | 'webp';

/** Which of the three formats a file begins as; its name and what the browser said count nothing. */
export function formatOf(bytes: Uint8Array): ImageFormat | undefined {
  if (beginsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (beginsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
  const isRiff = beginsWith(bytes, [0x52, 0x49, 0x46, 0x46]);
  if (isRiff && beginsWith(bytes.subarray(8), [0x57, 0x45, 0x42, 0x50])) return 'webp';
  return undefined;
}

const beginsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);
