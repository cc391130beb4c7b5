// node tools/icons.ts: the pictures of Atrio Authenticator for home screens, drawn from the mark.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

const folder = join(import.meta.dirname, '../src/web/public');
const mark = await readFile(join(folder, 'atrio.svg'), 'utf8');
const ground = /<rect[^>]+fill="(#\w+)"/.exec(mark)?.[1] ?? '#000';
const sign = mark.replace(/<rect[^>]+>/, '');

/** The mark with its round corners, as browsers show it. */
async function rounded(size: number): Promise<void> {
  const drawn = sharp(Buffer.from(mark), { density: 72 * (size / 32) }).resize(size, size);
  await drawn.png({ palette: true }).toFile(join(folder, `authenticator-${size}.png`));
}

/** The sign alone on a full ground: systems cut their own shape out of it. */
async function full(name: string, size: number, share: number): Promise<void> {
  const inner = Math.round(size * share);
  const drawn = sharp(Buffer.from(sign), { density: 72 * (inner / 32) }).resize(inner, inner);
  const background = name === 'badge' ? '#0000' : ground;
  await sharp({ create: { width: size, height: size, channels: 4, background } })
    .composite([{ input: await drawn.png().toBuffer() }])
    .png({ palette: name !== 'badge' })
    .toFile(join(folder, `authenticator-${name}.png`));
}

await rounded(192);
await rounded(512);
await full('maskable', 512, 0.8);
await full('180', 180, 1);
// white on nothing: systems tint it in their bar
await full('badge', 96, 1);
