import { defineRefusal } from '#kernel/refusal.ts';

/** What a customer says about a product, by field. */
export type Configuration = { readonly [field: string]: string };

export type ConfigurationProblem =
  | 'missing'
  | 'not-a-domain'
  | 'wrong-ending'
  | 'too-long'
  | 'unknown-field';

export const configurationNotValid = defineRefusal<{
  item: number;
  field: string;
  because: ConfigurationProblem;
}>('subscriptions.configuration-not-valid', 'invalid');

export type Wanted = {
  readonly kind: string;
  readonly offer: string;
  readonly configuration: Configuration;
};

export type Understood =
  | { readonly configuration: Configuration; readonly label: string }
  | { readonly field: string; readonly because: ConfigurationProblem };

/** What the customer said, as it is remembered, or the field that is wrong and why. */
export function understand({ kind, offer, configuration }: Wanted): Understood {
  const expected = kind === 'domain' ? 'name' : 'label';
  const unknown = Object.keys(configuration).find((field) => field !== expected);
  if (unknown !== undefined) return { field: unknown, because: 'unknown-field' };
  const said = (configuration[expected] ?? '').trim();
  return kind === 'domain' ? understandDomain(said, offer) : understandLabel(said);
}

function understandDomain(said: string, ending: string): Understood {
  if (said === '') return { field: 'name', because: 'missing' };
  const name = toAsciiDomain(said);
  if (name === undefined) return { field: 'name', because: 'not-a-domain' };
  const before = name.slice(0, -ending.length - 1);
  const fits = name.endsWith(`.${ending}`) && before !== '' && !before.includes('.');
  if (!fits) return { field: 'name', because: 'wrong-ending' };
  return { configuration: { name }, label: said.toLowerCase().replace(/\.$/, '') };
}

function understandLabel(said: string): Understood {
  if (said.length > 80) return { field: 'label', because: 'too-long' };
  return { configuration: said === '' ? {} : { label: said }, label: said };
}

/**
 * The name as the domain name system spells it (IDNA: `zürich.ch` → `xn--zrich-kva.ch`), or
 * undefined when it is no name of letters, digits and hyphens within the allowed lengths.
 */
export function toAsciiDomain(said: string): string | undefined {
  if (said.length > 253 || /[\s/\\?#@:%[\]]/.test(said)) return undefined;
  const host = hostOf(said.replace(/\.$/, ''));
  if (host === undefined || host.length > 253) return undefined;
  const labels = host.split('.');
  return labels.length > 1 && labels.every(isLabel) ? host : undefined;
}

function hostOf(name: string): string | undefined {
  return URL.parse(`http://${name}/`)?.hostname;
}

const isLabel = (label: string): boolean =>
  label.length <= 63 &&
  /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(label) &&
  (label.startsWith('xn--') || label.slice(2, 4) !== '--');
