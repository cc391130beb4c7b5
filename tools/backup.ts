// npm run backup -- FILE: writes everything the database and the files folder hold into one file,
// while Atrio goes on working. The keys are not in it.
import { createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { machineClock } from '#platform/clock/clock.ts';
import { takeBackup } from '#platform/database/backup/take-backup.ts';
import { openInstance } from '#platform/database/instance.ts';
import { filesOnDisk } from '#platform/files/files-on-disk.ts';
import { settingsFrom } from '#platform/process/environment.ts';
import { troubleOf } from '#platform/process/trouble.ts';

class UsageError extends Error {}

const [given] = process.argv.slice(2);

try {
  if (given === undefined) throw new UsageError('npm run backup -- FILE');
  await backUpTo(resolve(given));
} catch (error) {
  console.error(error instanceof UsageError ? error.message : troubleOf(error));
  process.exitCode = 1;
}

async function flush(path: string): Promise<void> {
  await using file = await open(path, 'r+');
  await file.sync();
}

/** Under its name, a backup is whole and on the disk. */
async function backUpTo(path: string): Promise<void> {
  if (existsSync(path)) throw new UsageError(`${path} exists already. Choose another name.`);
  const settings = settingsFrom(process.env);
  const instance = await openInstance(settings);
  const unfinished = `${path}.unfinished`;
  try {
    const files = filesOnDisk(join(settings.dataFolder, 'files'));
    const bytes = takeBackup({ ownerUrl: instance.ownerUrl, files }, machineClock.now());
    const out = createWriteStream(unfinished, { mode: 0o600 });
    await pipeline(Readable.from(bytes), createGzip(), out);
    await flush(unfinished);
    await rename(unfinished, path);
  } finally {
    await rm(unfinished, { force: true });
    await instance.stop();
  }
  const { size } = await stat(path);
  console.log(`${path}: ${(size / 1_000_000).toFixed(1)} MB.`);
  console.log('Keep the keys too, in another place: without them, sealed secrets stay sealed.');
}
