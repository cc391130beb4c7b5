// What the operator chose, read once at start. A wrong value stops the start with a sentence that
// names it.
import { resolve } from 'node:path';
import type { z } from 'zod';
import type { Variable } from './settings/variable.ts';
import { configFileVariable, isThisMachine, variables } from './settings/variables.ts';

type Read<V> = V extends { readonly schema: infer S extends z.ZodType }
  ? V extends { readonly fallback: string }
    ? z.output<S>
    : z.output<S> | undefined
  : never;

type Values = { -readonly [K in keyof typeof variables]: Read<(typeof variables)[K]> };

export type Settings = Readonly<
  Omit<Values, 'origin' | 'demo' | 'migrationUrl' | 'staffFactors'>
> & {
  readonly origin: string;
  readonly demo: boolean;
  readonly migrationUrl: string | undefined;
  /** Optional: only where a demo's visitors look around as staff. */
  readonly staffFactors: 'passkey' | 'passkey-or-code' | 'optional';
  /** No server was named: PostgreSQL runs under our supervisor, in the data folder. */
  readonly embedded: boolean;
};

/** Every value that is wrong, each in a sentence. */
export class WrongSettings extends Error {
  readonly sentences: readonly string[];
  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'));
    this.name = 'WrongSettings';
    this.sentences = sentences;
  }
}

export type Environment = { readonly [name: string]: string | undefined };

/** Reads settings from the environment and, below it, from the text of ATRIO_CONFIG's file. */
export function readSettings(environment: Environment, configFile?: string): Settings {
  const sentences: string[] = [];
  const given = { ...fromFile(configFile, sentences), ...fromEnvironment(environment) };
  for (const name of Object.keys(given)) if (!names.has(name)) sentences.push(unknown(name));

  const entries = Object.entries(variables).map(([key, variable]) => [
    key,
    read(variable, given[variable.name], sentences),
  ]);
  const values = Object.fromEntries(entries) as Values;
  if (sentences.length > 0) throw new WrongSettings(sentences);
  return complete(values);
}

function complete(values: Values): Settings {
  const origin = values.origin ?? `http://localhost:${values.port}`;
  const embedded = values.databaseUrl === undefined;
  if (embedded && values.migrationUrl !== undefined) {
    throw new WrongSettings(['ATRIO_MIGRATION_URL is set without DATABASE_URL: set both or none.']);
  }
  if ((values.smsUrl === undefined) !== (values.smsSecret === undefined)) {
    throw new WrongSettings(['ATRIO_SMS_URL and ATRIO_SMS_SECRET are set together or not at all.']);
  }
  if ((values.staffPasskeyModels === undefined) !== (values.staffPasskeyRoots === undefined)) {
    const both = 'ATRIO_STAFF_PASSKEY_MODELS and ATRIO_STAFF_PASSKEY_ROOTS';
    throw new WrongSettings([`${both} are set together or not at all.`]);
  }
  if (isPlainAbroad(origin) && !values.insecureHttp) throw new WrongSettings([plainOrigin(origin)]);
  const demo = values.demo === 'on' || (values.demo === 'auto' && embedded);
  const models = values.staffPasskeyModels;
  const ofStaff = models === undefined ? 'passkey-or-code' : 'passkey';
  const byItself = demo ? 'optional' : ofStaff;
  return {
    ...values,
    dataFolder: resolve(values.dataFolder),
    origin,
    embedded,
    demo,
    staffFactors: values.staffFactors === 'auto' ? byItself : values.staffFactors,
    migrationUrl: values.migrationUrl ?? values.databaseUrl,
  };
}

function fromEnvironment(environment: Environment): Record<string, string> {
  const ours = Object.entries(environment).filter(
    ([name, value]) => isOurs(name) && value !== undefined && value !== '',
  );
  return Object.fromEntries(ours) as Record<string, string>;
}

function fromFile(text: string | undefined, sentences: string[]): Record<string, string> {
  if (text === undefined) return {};
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
      throw new TypeError();
    return Object.fromEntries(Object.entries(parsed).map(([name, value]) => [name, String(value)]));
  } catch {
    sentences.push(
      `The file that ${configFileVariable} names is not a JSON object such as {"PORT": 3000}.`,
    );
    return {};
  }
}

const names = new Set<string>([
  ...Object.values(variables).map(({ name }) => name),
  configFileVariable,
]);

/** ATRIO_TEST_… belongs to the tests. */
function isOurs(name: string): boolean {
  return names.has(name) || (name.startsWith('ATRIO_') && !name.startsWith('ATRIO_TEST_'));
}

function read(variable: Variable, text: string | undefined, sentences: string[]): unknown {
  const value = text ?? variable.fallback;
  if (value === undefined) return undefined;
  const result = variable.schema.safeParse(value);
  if (result.success) return result.data;
  const shown = variable.secret ? 'has a value that cannot be used' : `is "${value}"`;
  sentences.push(`${variable.name} ${shown}: it must be ${variable.allowed}.`);
  return undefined;
}

function unknown(name: string): string {
  const near = [...names].toSorted((a, b) => distance(name, a) - distance(name, b))[0];
  return `${name} is not a setting of Atrio. Did you mean ${near}?`;
}

function isPlainAbroad(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return protocol === 'http:' && !isThisMachine(hostname);
}

function plainOrigin(origin: string): string {
  return (
    `ATRIO_ORIGIN is "${origin}": it must begin with https:// outside this machine, because ` +
    'sign-in cookies need it. For a closed test network only, set ATRIO_INSECURE_HTTP=on.'
  );
}

/** Letters that differ: enough to find the name that was meant. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (const [i, letter] of a.split('').entries()) {
    const next = [i + 1];
    for (const [j, other] of b.split('').entries()) {
      const swap = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
