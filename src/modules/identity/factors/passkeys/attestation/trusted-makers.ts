import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { WrongSettings, type Settings } from '#platform/settings.ts';
import type { Holder } from '../../../accounts/account.rules.ts';

/** Whose authenticators the staff use: the models by their AAGUIDs, and who vouches for them. */
export type TrustedMakers = {
  readonly models: readonly string[];
  readonly roots: readonly X509Certificate[];
};

/** One set of roots per file, read at start and kept. */
const rootsOf = new Map<string, readonly X509Certificate[]>();

/** Reads the operator's file of roots, if one is named. A broken one stops the start. */
export function openMakers({ staffPasskeyRoots: file }: Pick<Settings, 'staffPasskeyRoots'>): void {
  if (file === undefined || rootsOf.has(file)) return;
  try {
    rootsOf.set(file, rootsIn(readFileSync(file, 'utf8')));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const named = 'The file that ATRIO_STAFF_PASSKEY_ROOTS names';
    throw new WrongSettings([`${named} cannot be used: ${why}.`]);
  }
}

/** Whose authenticators alone count for this holder; undefined where any does. */
export function makersFor(tx: Tx, { kind }: Pick<Holder, 'kind'>): TrustedMakers | undefined {
  const { staffPasskeyModels: models, staffPasskeyRoots: file } = settingsOf(tx);
  const roots = file === undefined ? undefined : rootsOf.get(file);
  return kind === 'staff' && models && roots ? { models, roots } : undefined;
}

const begins = '-----BEGIN CERTIFICATE-----';

function rootsIn(text: string): X509Certificate[] {
  const [, ...found] = text.split(begins);
  if (found.length === 0) throw new Error('it holds no certificate in PEM format');
  return found.map((body, at) => {
    const root = certificateOf(`${begins}${body}`, at + 1);
    if (root.ca) return root;
    const whose = root.subject.replaceAll('\n', ', ');
    throw new Error(`certificate ${at + 1} is no authority’s (${whose})`);
  });
}

function certificateOf(pem: string, number: number): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch {
    throw new Error(`certificate ${number} cannot be read`);
  }
}
