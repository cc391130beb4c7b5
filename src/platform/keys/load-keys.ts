import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '#platform/settings.ts';
import { parseKeys, WrongKeys } from './key-material.ts';
import { keyring } from './keyring.ts';
import type { Keys } from './keys.ts';

/**
 * The keys of this instance: from the environment, from a file, or, with the embedded database,
 * from the data folder, where the first start makes one (settled 16).
 */
export async function loadKeys(settings: Settings): Promise<Keys> {
  if (settings.keys !== undefined) return keyring(parseKeys(settings.keys));
  if (settings.keysFile !== undefined)
    return keyring(parseKeys(await readGiven(settings.keysFile)));
  if (!settings.embedded) {
    throw new WrongKeys(
      'With DATABASE_URL, keys must be given: set ATRIO_KEYS or ATRIO_KEYS_FILE. ' +
        'Make one with: echo "k1:$(openssl rand -base64 32)"',
    );
  }
  return keyring(parseKeys(await readOrMake(settings.dataFolder)));
}

async function readGiven(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new WrongKeys(`The keys file ${path} cannot be read: ${codeOf(error)}.`);
  }
}

async function readOrMake(folder: string): Promise<string> {
  const path = join(folder, 'keys');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    const made = `k1:${randomBytes(32).toString('base64')}\n`;
    await writeFile(path, made, { flag: 'wx', mode: 0o600, flush: true });
    return made;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  const { mode } = await stat(path);
  if ((mode & 0o077) !== 0) await chmod(path, 0o600);
  return readGiven(path);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
