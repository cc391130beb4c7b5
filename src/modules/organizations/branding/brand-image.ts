import type { Readable } from 'node:stream';
import type { OrganizationId } from '#kernel/ids.ts';
import { filesOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { noSuchImage } from './branding.refusals.ts';
import { shows } from './branding.rules.ts';
import { brandingOf } from './branding.store.ts';

/** A logo's bytes, while its organization shows it. One that was replaced is gone at once. */
export async function brandImage(
  tx: Tx,
  { organizationId, image }: { organizationId: OrganizationId; image: string },
): Promise<Readable> {
  const branding = await brandingOf(tx, organizationId);
  const files = filesOf(tx);
  if (!shows(branding, image) || (await files.sizeOf(image)) === undefined) throw noSuchImage({});
  return files.read(image);
}
