import { readFileSync } from 'node:fs';
import { BlockList } from 'node:net';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { WrongSettings, type Settings } from '#platform/settings.ts';
import { addressIn } from '../places/place.rules.ts';
import { prefixesIn } from './anonymiser-list.ts';

/** One list per file, read at start and kept. */
const lists = new Map<string, BlockList>();

/** Reads the operator's list of anonymisers, if one is named. A broken one stops the start. */
export function openAnonymisers({ anonymisersFile }: Pick<Settings, 'anonymisersFile'>): void {
  if (anonymisersFile === undefined || lists.has(anonymisersFile)) return;
  const list = new BlockList();
  try {
    for (const { address, bits, kind } of prefixesIn(readFileSync(anonymisersFile, 'utf8'))) {
      list.addSubnet(address, bits, kind);
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new WrongSettings([`The file that ATRIO_ANONYMISERS_FILE names cannot be used: ${why}.`]);
  }
  lists.set(anonymisersFile, list);
}

/** Whether an address is an anonymiser's, as far as the operator's list says. */
export function isAnonymised(tx: Tx, prefix: string): boolean {
  const { anonymisersFile } = settingsOf(tx);
  const list = anonymisersFile === undefined ? undefined : lists.get(anonymisersFile);
  const address = addressIn(prefix);
  return list?.check(address, address.includes(':') ? 'ipv6' : 'ipv4') ?? false;
}
