import { defineRefusal } from '#kernel/refusal.ts';

type None = Record<string, never>;

export const noSuchImage = defineRefusal<None>('organizations.no-such-image', 'not-found');
export const notAnImage = defineRefusal<None>('organizations.not-an-image', 'invalid');
export const brokenImage = defineRefusal<None>('organizations.broken-image', 'invalid');
export const tooManyPixels = defineRefusal<{ most: number }>(
  'organizations.too-many-pixels',
  'invalid',
);
/** A rectangular logo is wider than high. */
export const notWide = defineRefusal<{ width: number; height: number }>(
  'organizations.logo-not-wide',
  'invalid',
);
export const squareStandsAlone = defineRefusal<None>(
  'organizations.square-logo-stands-alone',
  'conflict',
);
