import { readFileSync } from 'node:fs';
import {
  readSettings,
  WrongSettings,
  type Environment,
  type Settings,
} from '#platform/settings.ts';

/** Settings from the environment and the file that ATRIO_CONFIG names. */
export function settingsFrom(environment: Environment): Settings {
  const path = environment['ATRIO_CONFIG'];
  return readSettings(environment, path === undefined ? undefined : readConfig(path));
}

function readConfig(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    throw new WrongSettings([`ATRIO_CONFIG is "${path}": the file cannot be read (${code}).`]);
  }
}
