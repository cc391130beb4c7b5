import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { organizationId } from '#kernel/ids.ts';
import { organizationNotFound } from '../organization/organization.refusals.ts';
import {
  brokenImage,
  noSuchImage,
  notAnImage,
  notWide,
  squareStandsAlone,
  tooManyPixels,
} from './branding.refusals.ts';
import { imageHash, initialsField, tints } from './branding.rules.ts';

export const brandOut = z
  .object({
    /** Null: the initials of the name. */
    initials: z.string().nullable(),
    /** One of the colours of the design system; null: by the name. */
    tint: z.int().nullable(),
    /** The image that stands instead of initials; then there is no rectangular logo. */
    square: imageHash.nullable(),
    /** The rectangular logo; it replaces the name, in the portal and in every service. */
    wide: z.object({ image: imageHash, width: z.int(), height: z.int() }).nullable(),
  })
  .meta({ id: 'Brand', description: 'How an organization shows itself (R97–R107).' });

const params = z.object({ organizationId });
const imageRefusals = [organizationNotFound, notAnImage, brokenImage, tooManyPixels] as const;

export const readBranding = contract({
  name: 'readBranding',
  method: 'GET',
  path: '/organizations/:organizationId/branding',
  summary: 'Gives how an organization shows itself.',
  permission: 'organization.see',
  params,
  returns: brandOut,
});

export const setInitials = contract({
  name: 'setInitials',
  method: 'PUT',
  path: '/organizations/:organizationId/branding/initials',
  summary: 'Shows initials in a colour; a square logo goes.',
  permission: 'organization.brand',
  params,
  body: z.strictObject({
    initials: initialsField,
    tint: z
      .int()
      .min(0)
      .max(tints - 1),
  }),
  returns: brandOut,
  refusals: [organizationNotFound],
});

export const setSquareLogo = contract({
  name: 'setSquareLogo',
  method: 'PUT',
  path: '/organizations/:organizationId/branding/square-logo',
  summary: 'Shows a square logo alone; a rectangular one goes. PNG, JPEG or WebP, up to 5 MB.',
  permission: 'organization.brand',
  params,
  accepts: 'file',
  committedSteps: true,
  returns: brandOut,
  refusals: imageRefusals,
});

export const setWideLogo = contract({
  name: 'setWideLogo',
  method: 'PUT',
  path: '/organizations/:organizationId/branding/wide-logo',
  summary: 'Adds the rectangular logo of all services. PNG, JPEG or WebP, up to 5 MB.',
  permission: 'organization.brand',
  params,
  accepts: 'file',
  committedSteps: true,
  returns: brandOut,
  refusals: [...imageRefusals, notWide, squareStandsAlone],
});

export const removeWideLogo = contract({
  name: 'removeWideLogo',
  method: 'DELETE',
  path: '/organizations/:organizationId/branding/wide-logo',
  summary: 'Takes the rectangular logo away, from every service.',
  permission: 'organization.brand',
  params,
  returns: brandOut,
  refusals: [organizationNotFound],
});

/** Mails show it to people without a session, so whoever has the address may see it. */
export const readBrandImage = contract({
  name: 'readBrandImage',
  method: 'GET',
  path: '/brand-images/:organizationId/:image',
  summary: 'Gives a logo that an organization shows at present.',
  permission: 'public',
  params: z.object({ organizationId, image: imageHash }),
  returns: 'image/png',
  refusals: [noSuchImage],
});
