import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import type { MoneyOut } from '#kernel/money.ts';
import type { Format } from '#ui/format/format.ts';
import { formatIn } from '#ui/format/use-format.ts';
import { written } from '#web/language/i18n.ts';
import { ApiRefusal } from './refusal.ts';

/**
 * The sentence that explains a refusal, in the words of the page; for anything else, what a bug
 * says.
 */
export function refusalText(error: unknown): string {
  if (!(error instanceof ApiRefusal)) return sentence('web:refusal.bug', { id: '' }) ?? '';
  const [module = '', reason = ''] = error.code.split('.', 2);
  const facts = { ...readable(error.facts, formatIn(written())), id: error.requestId ?? '' };
  return (
    sentence(`${module}:refusal.${reason}`, facts) ??
    sentence(`web:refusal.${reason}`, facts) ?? // the platform's: http, jobs
    sentence(`web:kind.${error.kind}`, facts) ??
    error.code
  );
}

/** The sentence of a refusal that was written down earlier: a file that was refused. */
export function codeText(code: string, facts: { readonly [name: string]: unknown }): string {
  const [module = '', reason = ''] = code.split('.', 2);
  return sentence(`${module}:refusal.${reason}`, readable(facts, formatIn(written()))) ?? code;
}

/** `refusalText` that renders again when the language changes. */
export function useRefusalText(): (error: unknown) => string {
  useTranslation();
  return refusalText;
}

/** What is wrong with one field, by the code of the schema's complaint. */
export function fieldText(code: string): string {
  return sentence(`web:field.${code}`, {}) ?? sentence('web:field.other', {}) ?? code;
}

/** Codes come from the server, so their keys are not known to the compiler. */
function sentence(key: string, facts: { [name: string]: unknown }): string | undefined {
  return i18next.exists(key) ? (i18next.t as Translate)(key, facts) : undefined;
}
type Translate = (key: string, facts: { [name: string]: unknown }) => string;

/** Amounts, days, instants and countries among the facts as a person reads them. */
function readable(facts: { readonly [name: string]: unknown }, format: Format) {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, readableFact(fact, format)]),
  );
}

function readableFact(fact: unknown, format: Format): unknown {
  if (isMoney(fact)) return format.money(fact);
  if (isCountries(fact)) return format.countries(fact);
  if (typeof fact !== 'string') return fact;
  if (/^\d{4}-\d{2}-\d{2}$/.test(fact)) return format.day(fact);
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(fact)) return format.instant(fact);
  return fact;
}

/** Several, or one, always as a list: two letters alone may be anything. */
function isCountries(fact: unknown): fact is readonly string[] {
  return Array.isArray(fact) && fact.every((one) => /^[A-Z]{2}$/.test(String(one)));
}

function isMoney(fact: unknown): fact is MoneyOut {
  return typeof fact === 'object' && fact !== null && 'minor' in fact && 'currency' in fact;
}
