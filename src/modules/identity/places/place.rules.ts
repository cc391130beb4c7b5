import type { Language } from '#kernel/language.ts';

/** Where a browser was, as far as the operator's file says. */
export type Place = { readonly town: string; readonly country: string };

/** The same to measure with. */
export type Spot = {
  /** Two letters. */
  readonly country: string | undefined;
  readonly at: { readonly latitude: number; readonly longitude: number } | undefined;
  /** How far from there it may be. */
  readonly radiusKm: number;
};

/** What files in MaxMind's format say of an address; every part may be missing. */
export type Located = {
  readonly city?: { readonly names?: Names | undefined } | undefined;
  readonly country?:
    | { readonly names?: Names | undefined; readonly iso_code?: string | undefined }
    | undefined;
  readonly location?:
    | {
        readonly latitude?: number | undefined;
        readonly longitude?: number | undefined;
        readonly accuracy_radius?: number | undefined;
      }
    | undefined;
};
type Names = { readonly [L in Language]?: string | undefined };

/** In the reader's language where the file has it, else in English. */
export function placeIn(located: Located | null, language: Language): Place | undefined {
  if (!located) return undefined;
  const town = named(located.city?.names, language);
  const country = named(located.country?.names, language);
  return town === '' && country === '' ? undefined : { town, country };
}

/** Country and coordinates, for comparing sign-ins. */
export function spotIn(located: Located | null): Spot | undefined {
  if (!located) return undefined;
  const { latitude, longitude, accuracy_radius: radiusKm = 0 } = located.location ?? {};
  const at =
    latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };
  return { country: located.country?.iso_code, at, radiusKm };
}

/** In one line, for mails. */
export function placeLine({ town, country }: Place): string {
  return [town, country].filter((part) => part !== '').join(', ');
}

/** An address that a stored prefix stands for: `2001:db8:0:1::/64` is looked up as its first. */
export function addressIn(prefix: string): string {
  return prefix.replace(/\/\d+$/, '');
}

function named(names: Names | undefined, language: Language): string {
  return names?.[language] ?? names?.en ?? '';
}
