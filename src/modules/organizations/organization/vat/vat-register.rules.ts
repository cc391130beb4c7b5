import type { VatCheck } from '../organization.rules.ts';

/** What is asked about: the number as it is stored, with its prefix, and its country. */
export type VatQuestion = { readonly country: string; readonly vatNumber: string };

/**
 * Who knows whether a VAT number is valid. A register that cannot answer says `unknown`: a service
 * that is down makes no number valid, and none invalid (D24).
 */
export type VatRegister = { check(question: VatQuestion): Promise<VatCheck> };

const members = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);

/** Whether the register of the European Union answers for a country at all. */
export function isInUnion(country: string): boolean {
  return members.has(country);
}

/** How VIES calls a number: Greece is EL there, and the prefix stands by itself. */
export function viesKey({ vatNumber }: VatQuestion): { member: string; number: string } {
  return { member: vatNumber.slice(0, 2), number: vatNumber.slice(2) };
}
