import { record } from '#modules/activity/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { OrganizationId, UserId } from '#kernel/ids.ts';
import { filesOf } from '#platform/database/surroundings.ts';
import type { Within } from '#platform/database/database.ts';
import type { Tx } from '#platform/database/tx.ts';
import { readUpload } from '#platform/files/read-upload.ts';
import { cleanImage, mostPixels, type Box, type CleanImage } from '#platform/images/clean-image.ts';
import { lockOrganization } from '../organization/read-organization.ts';
import {
  brokenImage,
  notAnImage,
  notWide,
  squareStandsAlone,
  tooManyPixels,
} from './branding.refusals.ts';
import { changeBranding, type Branding, type BrandingChange } from './branding.rules.ts';
import { brandingOf, saveBranding } from './branding.store.ts';

type By = { readonly kind: 'user'; readonly userId: UserId; readonly name: string };

type Command = {
  readonly organizationId: OrganizationId;
  readonly change: BrandingChange;
  readonly actor: By;
};

/** Changes how an organization shows itself: at once, everywhere (D33). */
export async function customizeBranding(
  tx: Tx,
  { organizationId, change, actor }: Command,
  now: Instant,
): Promise<Branding> {
  const { name } = await lockOrganization(tx, organizationId);
  const before = await brandingOf(tx, organizationId);
  const after = changeBranding(before, change);
  if (after === 'square-stands-alone') throw squareStandsAlone({});

  await saveBranding(tx, after, { by: actor.userId, now });
  await record(
    tx,
    {
      stream: { organizationId },
      action: `organizations.branding-${change.kind}`,
      actor,
      about: { kind: 'organization', id: organizationId, label: name },
    },
    now,
  );
  return after;
}

export type Shape = 'square' | 'wide';

/** Twice as large as they are shown, for fine screens. */
const boxes: Record<Shape, Box> = {
  square: { width: 256, height: 256, shape: 'square' },
  wide: { width: 480, height: 96, shape: 'inside' },
};

const maxBytes = 5_000_000;

type Upload = {
  readonly organizationId: OrganizationId;
  readonly shape: Shape;
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly actor: By;
};

/**
 * Takes a logo: only its pixels are kept. Reading a picture takes time, so it happens before the
 * organization is locked.
 */
export async function takeLogo(
  within: Within,
  { organizationId, shape, bytes, actor }: Upload,
  now: Instant,
): Promise<Branding> {
  const { bytes: png, width, height } = await pictureOf(bytes, shape);
  if (shape === 'wide' && width <= height) throw notWide({ width, height });
  const files = await within(async (tx) => filesOf(tx), { readOnly: true });
  const { hash: image } = await files.put(png);
  const change: BrandingChange =
    shape === 'square'
      ? { kind: 'square-logo', image }
      : { kind: 'wide-logo', logo: { image, width, height } };
  return within((tx) => customizeBranding(tx, { organizationId, change, actor }, now));
}

async function pictureOf(stream: AsyncIterable<Uint8Array>, shape: Shape): Promise<CleanImage> {
  const cleaned = await cleanImage(await readUpload(stream, { maxBytes }), boxes[shape]);
  if (cleaned.kind === 'clean') return cleaned;
  if (cleaned.because === 'not-an-image') throw notAnImage({});
  if (cleaned.because === 'broken') throw brokenImage({});
  throw tooManyPixels({ most: mostPixels / 1_000_000 });
}
