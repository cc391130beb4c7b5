import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * A phone number as it is stored (E.164), from what a person in a country types; undefined when it
 * cannot be one. Extensions are no part of it.
 */
export function phoneOf(text: string, country: string): string | undefined {
  const home = isSupportedCountry(country) ? { defaultCountry: country } : {};
  const found = parsePhoneNumberFromString(text.trim(), { ...home, extract: false });
  return found?.isValid() && !found.ext ? found.number : undefined;
}

/** A stored number in groups, as one reads it aloud: +41 44 668 18 00. */
export function readablePhone(stored: string): string {
  return parsePhoneNumberFromString(stored)?.formatInternational() ?? stored;
}
