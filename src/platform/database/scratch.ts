// A database that nobody wants to keep: for tests and tools. Gone with its process, however that
// ends.
import { constants } from 'node:fs';
import { access, mkdtemp, readdir, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded, type Embedded } from './embedded.ts';
import { isAlive } from './embedded/postmaster.ts';

/** Starts an empty one in a folder of its own; `stop` removes it. */
export async function startScratch(): Promise<Embedded> {
  const parent = await quickestFolder();
  await removeAbandoned(parent);
  if (parent !== tmpdir()) await removeAbandoned(tmpdir());
  const directory = await mkdtemp(join(parent, `atrio-scratch-${process.pid}-`));
  const embedded = await startEmbedded({ directory, fsync: false });
  return {
    ...embedded,
    stop: async () => {
      await embedded.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

const enough = 2 * 1024 ** 3;

/**
 * In memory where there is room: cloning a database is copying files, and takes half as long there.
 */
async function quickestFolder(): Promise<string> {
  const memory = '/dev/shm';
  const found = await statfs(memory).catch(() => undefined);
  const hasRoom = found !== undefined && found.bavail * found.bsize >= enough;
  const isOurs =
    hasRoom &&
    (await access(memory, constants.W_OK).then(
      () => true,
      () => false,
    ));
  return isOurs ? memory : tmpdir();
}

/** Folders of processes that were killed; their servers went with them. */
async function removeAbandoned(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const pid = /^atrio-scratch-(\d+)-/.exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    await rm(join(parent, name), { recursive: true, force: true }).catch(() => undefined);
  }
}
