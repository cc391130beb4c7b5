import { deflateSync, crc32 } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { cleanImage, type Box } from './clean-image.ts';

const square: Box = { width: 256, height: 256, shape: 'square' };
const wide: Box = { width: 480, height: 96, shape: 'inside' };

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c03020' } });

/** Red, green, blue and how opaque; colours of a JPEG are nearly right, rounded here. */
async function pixel(png: Uint8Array, left: number, top: number): Promise<number[]> {
  const at = { left, top, width: 1, height: 1 };
  const bytes = await sharp(png).extract(at).raw().toBuffer();
  return [...bytes].map((value) => (value === 255 ? value : Math.round(value / 16) * 16));
}

const text = (what: string) => new TextEncoder().encode(what);

/** A PNG written by hand: its head says what it likes. */
function png(width: number, height: number, rows: Uint8Array, extra: Uint8Array[] = []): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    ...extra,
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

describe('[D33] what is taken', () => {
  test.for(['png', 'jpeg', 'webp'] as const)('a %s becomes a PNG of its pixels', async (format) => {
    const sent = await picture(600, 300).toFormat(format).toBuffer();
    const cleaned = await cleanImage(sent, square);
    expect(cleaned).toMatchObject({ kind: 'clean', width: 256, height: 256 });
    if (cleaned.kind !== 'clean') return;
    expect(await sharp(cleaned.bytes).metadata()).toMatchObject({ format: 'png', hasAlpha: true });
    expect(await pixel(cleaned.bytes, 128, 128)).toEqual([192, 48, 32, 255]);
    expect((await pixel(cleaned.bytes, 128, 4))[3], 'padded, not cut').toBe(0);
  });

  test('a rectangular one keeps its proportions and is never enlarged', async () => {
    const large = await picture(2000, 500).png().toBuffer();
    expect(await cleanImage(large, wide)).toMatchObject({ width: 384, height: 96 });
    const small = await picture(60, 20).png().toBuffer();
    expect(await cleanImage(small, wide)).toMatchObject({ width: 60, height: 20 });
  });

  test('one that lies on its side stands up, and forgets where it was taken', async () => {
    const sent = await picture(100, 400)
      .withMetadata({ orientation: 6 })
      .withExifMerge({ IFD0: { Copyright: 'secret place' } })
      .jpeg()
      .toBuffer();
    expect(sent.includes('secret place')).toBe(true);
    const cleaned = await cleanImage(sent, wide);
    expect(cleaned).toMatchObject({ kind: 'clean', width: 384, height: 96 });
    if (cleaned.kind !== 'clean') return;
    expect(Buffer.from(cleaned.bytes).includes('secret place')).toBe(false);
    expect((await sharp(cleaned.bytes).metadata()).exif).toBeUndefined();
  });
});

describe('[D33] what hides in a picture is gone', () => {
  const script = '<script>alert(document.domain)</script>';
  const rows = Buffer.alloc(4 * 5);

  test.for([
    ['a page after the end of a PNG', () => Buffer.concat([png(4, 4, rows), text(script)])],
    ['a program after the end of a PNG', () => Buffer.concat([png(4, 4, rows), text('MZ\u0090')])],
    ['a page in a text chunk', () => png(4, 4, rows, [chunk('tEXt', text(`Comment\0${script}`))])],
    [
      'a ZIP after the end of a JPEG',
      async () =>
        Buffer.concat([await picture(40, 40).jpeg().toBuffer(), text(`PK\u0003\u0004${script}`)]),
    ],
    [
      'a profile of another kind in a WebP',
      () =>
        picture(40, 40)
          .withExif({ IFD0: { Copyright: script } })
          .webp()
          .toBuffer(),
    ],
  ] as const)('%s', async ([, make]) => {
    const sent = await make();
    const cleaned = await cleanImage(sent, square);
    expect(cleaned.kind).toBe('clean');
    if (cleaned.kind !== 'clean') return;
    const kept = Buffer.from(cleaned.bytes).toString('latin1');
    expect(kept).not.toContain('script');
    expect(kept).not.toContain('MZ\u0090');
    expect(kept.slice(-8, -4)).toBe('IEND');
  });
});

describe('[D33] what is refused', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

  test.for([
    ['nothing', new Uint8Array()],
    ['an SVG', text(svg)],
    ['an SVG behind an XML head', text(`<?xml version="1.0"?>${svg}`)],
    ['a page', text('<!doctype html><script>alert(1)</script>')],
    ['a PDF', text('%PDF-1.7\n1 0 obj')],
    ['a GIF', Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64')],
    ['a TIFF', Buffer.from('49492a00080000000000', 'hex')],
    ['a HEIC', Buffer.concat([Buffer.from('00000018', 'hex'), text('ftypheic')])],
    ['a RIFF that is a sound', text('RIFF\u0010\0\0\0WAVEfmt ')],
  ] as const)('%s', async ([, bytes]) => {
    expect(await cleanImage(bytes, square)).toEqual({ kind: 'refused', because: 'not-an-image' });
  });

  test('an SVG by the library itself: it has no reader for it', async () => {
    await expect(sharp(Buffer.from(svg)).metadata()).rejects.toThrow('unsupported image format');
  });

  test('an SVG that begins like a PNG', async () => {
    const bytes = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), text(svg)]);
    expect(await cleanImage(bytes, square)).toEqual({ kind: 'refused', because: 'broken' });
  });

  test('a small file that unpacks to 144 million pixels', async () => {
    const bomb = png(12_000, 12_000, Buffer.alloc(12_000 * 12_001));
    expect(bomb.length).toBeLessThan(500_000);
    expect(await cleanImage(bomb, square)).toEqual({
      kind: 'refused',
      because: 'too-many-pixels',
    });
  });

  test('a head that promises more than there is', async () => {
    const short = png(4000, 4000, Buffer.alloc(10));
    expect(await cleanImage(short, square)).toEqual({ kind: 'refused', because: 'broken' });
  });

  test.for(['png', 'jpeg', 'webp'] as const)('half a %s', async (format) => {
    const whole = await sharp({
      create: {
        width: 300,
        height: 300,
        channels: 3,
        background: '#fff',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .toFormat(format)
      .toBuffer();
    const half = whole.subarray(0, whole.length / 2);
    expect(await cleanImage(half, square)).toEqual({ kind: 'refused', because: 'broken' });
  });

  test('one byte changed in its middle', async () => {
    const rows = Buffer.alloc(64 * 65, 7);
    const bytes = png(64, 64, rows);
    const at = bytes.length - 30;
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    expect(await cleanImage(bytes, square)).toEqual({ kind: 'refused', because: 'broken' });
  });
});

test('[D33] an animated WebP is shown as its first picture', async () => {
  const frames = await Promise.all(
    ['#ff0000', '#0000ff'].map((background) =>
      sharp({ create: { width: 16, height: 16, channels: 4, background } })
        .png()
        .toBuffer(),
    ),
  );
  const animated = await sharp(frames, { join: { animated: true } })
    .webp({ loop: 0 })
    .toBuffer();
  const cleaned = await cleanImage(animated, square);
  expect(cleaned).toMatchObject({ kind: 'clean', width: 16, height: 16 });
  if (cleaned.kind !== 'clean') return;
  const { dominant } = await sharp(cleaned.bytes).stats();
  expect(dominant.r).toBeGreaterThan(dominant.b);
});

test('many at once are read in turn, each to its end', async () => {
  const sent = await picture(900, 900).png().toBuffer();
  const all = await Promise.all(Array.from({ length: 12 }, () => cleanImage(sent, square)));
  expect(all.map(({ kind }) => kind)).toEqual(Array.from({ length: 12 }, () => 'clean'));
});
