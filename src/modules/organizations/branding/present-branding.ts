import type { z } from 'zod';
import type { brandOut } from './branding.contract.ts';
import type { Branding } from './branding.rules.ts';

/** A branding as it travels. */
export function presentBranding({
  initials,
  tint,
  square,
  wide,
}: Branding): z.input<typeof brandOut> {
  return {
    initials: initials ?? null,
    tint: tint ?? null,
    square: square ?? null,
    wide: wide ?? null,
  };
}
