// Where the embedded database lives on the disk.
import { chmod, lstat, mkdir, mkdtemp, readFile, realpath, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseTrouble } from './trouble.ts';

export type Place = {
  readonly directory: string;
  /** The cluster itself: what initdb makes. */
  readonly cluster: string;
  readonly sockets: string;
  readonly log: string;
  readonly lock: string;
};

/** Makes the folder, private to its user, and finds a place for the socket. */
export async function openPlace(wanted: string): Promise<Place> {
  try {
    await mkdir(wanted, { recursive: true, mode: 0o700 });
    const directory = await realpath(wanted);
    await chmod(directory, 0o700);
    return {
      directory,
      cluster: join(directory, 'data'),
      sockets: await socketsFor(directory),
      log: join(directory, 'postgres.log'),
      lock: join(directory, 'lock'),
    };
  } catch (cause) {
    if (cause instanceof DatabaseTrouble) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new DatabaseTrouble(`The data folder ${wanted} cannot be used: ${why}`, { cause });
  }
}

const socket = '.s.PGSQL.5432';

export const socketOf = (place: Place): string => join(place.sockets, socket);

/** A socket's path may have 107 bytes. */
const longest = 107 - `/${socket}`.length;

async function socketsFor(directory: string): Promise<string> {
  if (Buffer.byteLength(directory) <= longest) return directory;
  const noted = join(directory, 'socket-folder');
  const known = await readFile(noted, 'utf8').catch(() => undefined);
  if (known !== undefined && (await isOurs(known))) return known;

  const short = Buffer.byteLength(tmpdir()) <= longest - 20 ? tmpdir() : '/tmp';
  const made = await mkdtemp(join(short, 'atrio-'));
  await writeFile(noted, made, { mode: 0o600 });
  return made;
}

/** A folder in a place that everyone may write to is used only if nobody else made it. */
async function isOurs(folder: string): Promise<boolean> {
  if (!existsSync(folder)) await mkdir(folder, { mode: 0o700 }).catch(() => undefined);
  const found = await lstat(folder).catch(() => undefined);
  const isPrivate = found?.isDirectory() === true && (found.mode & 0o077) === 0;
  return isPrivate && found.uid === process.getuid?.();
}

/** How a role reaches a database of this place. Trust means: this user of this machine only. */
export function addressOf(place: Place, role: string, database: string): string {
  const host = encodeURIComponent(place.sockets);
  return `postgresql://${role}@localhost:5432/${database}?host=${host}&sslmode=disable`;
}
