import { z } from 'zod';
import type { OrganizationId } from '#kernel/ids.ts';

/** Colours that white initials can be read on; the design system draws them. */
export const tints = 6;

/** One or two letters or digits, as they stand in the square. */
export const initialsField = z
  .string()
  .trim()
  .transform((text) => text.normalize('NFC').toUpperCase())
  .pipe(z.string().regex(/^[\p{L}\p{N}]{1,2}$/u));

export const imageHash = z.string().regex(/^[0-9a-f]{64}$/);

export type WideLogo = {
  readonly image: string;
  readonly width: number;
  readonly height: number;
};

/** How an organization shows itself. */
export type Branding = {
  readonly organizationId: OrganizationId;
  /** Absent: those of the name. */
  readonly initials: string | undefined;
  readonly tint: number | undefined;
  /** Stands alone: there is no rectangular logo beside it (R103). */
  readonly square: string | undefined;
  /** Shared by the portal and every service (R106). */
  readonly wide: WideLogo | undefined;
};

export const plain = (organizationId: OrganizationId): Branding => ({
  organizationId,
  initials: undefined,
  tint: undefined,
  square: undefined,
  wide: undefined,
});

export type BrandingChange =
  | { readonly kind: 'initials'; readonly initials: string; readonly tint: number }
  | { readonly kind: 'square-logo'; readonly image: string }
  | { readonly kind: 'wide-logo'; readonly logo: WideLogo }
  | { readonly kind: 'no-wide-logo' };

/**
 * What a change makes of a branding. A square logo takes the rectangular one away (R103); beside a
 * square logo none can be added (R104).
 */
export function changeBranding(
  before: Branding,
  change: BrandingChange,
): Branding | 'square-stands-alone' {
  switch (change.kind) {
    case 'initials':
      return { ...before, initials: change.initials, tint: change.tint, square: undefined };
    case 'square-logo':
      return { ...before, square: change.image, wide: undefined };
    case 'wide-logo':
      return before.square === undefined ? { ...before, wide: change.logo } : 'square-stands-alone';
    case 'no-wide-logo':
      return { ...before, wide: undefined };
  }
}

/** Which images the public may fetch: the present ones only. */
export function shows({ square, wide }: Branding, image: string): boolean {
  return image === square || image === wide?.image;
}
