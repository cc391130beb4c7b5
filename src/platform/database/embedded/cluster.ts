// The cluster: made once, whole or not at all.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { asOrdinaryUser, major, type Binaries } from './binaries.ts';
import type { Place } from './place.ts';
import { isAlive } from './postmaster.ts';
import { DatabaseTrouble, explained } from './trouble.ts';

/** The superuser of the cluster. Atrio itself is never connected as it for longer than a start. */
export const superuser = 'atrio_superuser';

/** Makes the cluster if there is none, and refuses one of another major release. */
export async function ensureCluster(
  place: Place,
  binaries: Binaries,
  { fsync }: { readonly fsync: boolean },
): Promise<void> {
  await removeLeftovers(place);
  if (!existsSync(place.cluster)) await makeCluster(place, binaries, fsync);
  await checkMajor(place);
}

/**
 * initdb killed half-way leaves something that looks like a cluster, so it works beside the real
 * name. Of two starters the first rename wins; the other one throws its own away.
 */
async function makeCluster(place: Place, binaries: Binaries, fsync: boolean): Promise<void> {
  const fresh = `${place.cluster}.new-${process.pid}`;
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C.UTF-8'];
  const access = ['-U', superuser, '-A', 'trust'];
  const haste = fsync ? [] : ['--no-sync'];
  const [program, ...args] = asOrdinaryUser([
    binaries.initdb,
    '-D',
    fresh,
    '-E',
    'UTF8',
    ...access,
    ...locale,
    ...haste,
  ]);
  try {
    await promisify(execFile)(program, args, { env: {} });
    await writeFile(join(place.directory, 'postgres-major'), `${major}\n`);
    await rename(fresh, place.cluster);
    if (fsync) await syncFolder(place.directory);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    if (existsSync(place.cluster)) return;
    const output = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    throw explained(place.directory, output || String(error));
  }
}

async function removeLeftovers(place: Place): Promise<void> {
  for (const name of await readdir(place.directory)) {
    const maker = /^data\.new-(\d+)$/.exec(name)?.[1];
    if (maker === undefined) continue;
    if (Number(maker) !== process.pid && isAlive(Number(maker))) continue;
    await rm(join(place.directory, name), { recursive: true, force: true });
  }
}

async function checkMajor(place: Place): Promise<void> {
  const version = await readFile(join(place.cluster, 'PG_VERSION'), 'utf8').catch(() => '');
  if (version.trim() === String(major)) return;
  throw new DatabaseTrouble(
    version === ''
      ? `${place.cluster} is not a PostgreSQL cluster. Move it away, then start again.`
      : `${place.cluster} was made by PostgreSQL ${version.trim()}, this Atrio brings ${major}. ` +
          'Take a backup with the Atrio that made it, and restore it into a new data folder.',
  );
}

async function syncFolder(folder: string): Promise<void> {
  await using handle = await open(folder);
  await handle.sync();
}
