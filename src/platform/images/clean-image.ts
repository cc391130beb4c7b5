// Pictures that people send are never kept as they came: read by one of three readers, within
// limits, and written anew from their pixels alone. What else the file held is gone.
import sharp from 'sharp';
import { formatOf } from './image-format.rules.ts';

sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadPngBuffer', 'VipsForeignLoadJpegBuffer', 'VipsForeignLoadWebpBuffer'],
});
sharp.cache(false);

/** A few hundred kilobytes can unpack to gigabytes; more pixels than this are not unpacked. */
export const mostPixels = 24_000_000;

const secondsAtMost = 10;
const atOnce = 2;

export type ImageFault = 'not-an-image' | 'too-many-pixels' | 'broken';

export type CleanImage = {
  readonly kind: 'clean';
  /** PNG without metadata: every mail program and browser shows it. */
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
};

export type Cleaned = CleanImage | { readonly kind: 'refused'; readonly because: ImageFault };

/** `square`: padded, nothing is cut off. `inside`: as it is, no larger than the box. */
export type Box = {
  readonly width: number;
  readonly height: number;
  readonly shape: 'square' | 'inside';
};

/** A PNG made of a picture's pixels, or why the file is none that we take. */
export async function cleanImage(bytes: Uint8Array, box: Box): Promise<Cleaned> {
  const format = formatOf(bytes);
  if (!format) return { kind: 'refused', because: 'not-an-image' };
  return inTurn(async () => {
    try {
      const read = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'warning', pages: 1 });
      const said = await read.metadata();
      if (said.format !== format) return { kind: 'refused', because: 'not-an-image' };
      const side = Math.min(box.width, Math.max(said.width, said.height));
      const sized =
        box.shape === 'square'
          ? { width: side, height: side, fit: 'contain' as const, background: clear }
          : { width: box.width, height: box.height, fit: 'inside' as const };
      const { data, info } = await read
        .autoOrient()
        .ensureAlpha()
        .resize({ ...sized, withoutEnlargement: box.shape === 'inside' })
        .timeout({ seconds: secondsAtMost })
        .png({ compressionLevel: 9 })
        .toBuffer({ resolveWithObject: true });
      return { kind: 'clean', bytes: data, width: info.width, height: info.height };
    } catch (error) {
      return { kind: 'refused', because: faultOf(error) };
    }
  });
}

const clear = { r: 0, g: 0, b: 0, alpha: 0 };

function faultOf(error: unknown): ImageFault {
  const said = error instanceof Error ? error.message : '';
  return /pixel limit|timeout|too large|dimension/i.test(said) ? 'too-many-pixels' : 'broken';
}

let working = 0;
const waiting: (() => void)[] = [];

/** Pictures cost memory and time: so many at once, the rest wait in turn. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (working >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  working += 1;
  try {
    return await work();
  } finally {
    working -= 1;
    waiting.shift()?.();
  }
}
