import { serve, type HttpSide } from '#platform/http/route.ts';
import { fileNeeded } from '#platform/http/refusals.ts';
import { brandImage } from './brand-image.ts';
import * as promise from './branding.contract.ts';
import { brandingOf } from './branding.store.ts';
import { customizeBranding, takeLogo } from './customize-branding.ts';
import { presentBranding } from './present-branding.ts';

export const brandingRoutes = [
  serve(promise.readBranding, async ({ tx, params }) =>
    presentBranding(await brandingOf(tx, params.organizationId)),
  ),
  serve(promise.setInitials, async ({ tx, now, actor, params, body }) => {
    const change = { kind: 'initials', ...body } as const;
    return presentBranding(await customizeBranding(tx, { ...params, change, actor }, now));
  }),
  serve(promise.setSquareLogo, async ({ within, now, actor, params, http }) => {
    const logo = { ...params, shape: 'square', bytes: bytesOf(http), actor } as const;
    return presentBranding(await takeLogo(within, logo, now));
  }),
  serve(promise.setWideLogo, async ({ within, now, actor, params, http }) => {
    const logo = { ...params, shape: 'wide', bytes: bytesOf(http), actor } as const;
    return presentBranding(await takeLogo(within, logo, now));
  }),
  serve(promise.removeWideLogo, async ({ tx, now, actor, params }) => {
    const change = { kind: 'no-wide-logo' } as const;
    return presentBranding(await customizeBranding(tx, { ...params, change, actor }, now));
  }),
  serve(promise.readBrandImage, async ({ tx, params, http }) => {
    const bytes = await brandImage(tx, params);
    // the address is made of the content, so it never changes; mail programs fetch from elsewhere
    http.header('cache-control', 'public, max-age=31536000, immutable');
    http.header('cross-origin-resource-policy', 'cross-origin');
    http.header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'");
    http.header('content-disposition', 'inline; filename="logo.png"');
    return bytes;
  }),
];

function bytesOf({ upload }: HttpSide) {
  if (!upload) throw fileNeeded({});
  return upload.stream;
}
