import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** A number that gets texts, and the country that it belongs to. */
export type Mobile = { readonly number: string; readonly country: string };

const texted = new Set<string | undefined>(['MOBILE', 'FIXED_LINE_OR_MOBILE']);

/**
 * The mobile number that a person at home in a country types; undefined for any other kind: fixed,
 * premium, shared cost, VoIP, pagers, personal, or of no country. The country is the number's own,
 * not the one of its calling code: +44 is Jersey's too, +590 is not metropolitan France (R57).
 */
export function mobileOf(text: string, home: string): Mobile | undefined {
  const near = isSupportedCountry(home) ? { defaultCountry: home } : {};
  const found = parsePhoneNumberFromString(text.trim(), { ...near, extract: false });
  if (!found?.isValid() || found.ext || !texted.has(found.getType())) return undefined;
  return found.country && { number: found.number, country: found.country };
}

/** All that anybody is shown of a number. */
export const shownNumber = (number: string): string => `•• ${number.slice(-2)}`;

/** Numbers are bought in blocks: those who are paid for texts use neighbours. */
export const blockOf = (number: string): string => number.slice(0, -4);
