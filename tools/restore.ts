// npm run restore -- FILE: puts a backup into an empty database and an empty files folder, then
// audits it. All of it or nothing.
import { spawnSync } from 'node:child_process';
import { createReadStream, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createGunzip } from 'node:zlib';
import { CannotRestore, restoreBackup } from '#platform/database/backup/restore-backup.ts';
import { BrokenArchive } from '#platform/database/backup/tar.ts';
import { openInstance } from '#platform/database/instance.ts';
import { filesOnDisk } from '#platform/files/files-on-disk.ts';
import { installJobs } from '#platform/jobs/install-jobs.ts';
import { settingsFrom } from '#platform/process/environment.ts';
import { troubleOf } from '#platform/process/trouble.ts';
import type { Settings } from '#platform/settings.ts';

class UsageError extends Error {}

const [given] = process.argv.slice(2);
const audit = join(import.meta.dirname, 'audit.ts');

try {
  if (given === undefined) throw new UsageError('npm run restore -- FILE');
  await restoreFrom(resolve(given));
} catch (error) {
  console.error(sentenceOf(error));
  process.exitCode = 1;
}

async function restoreFrom(path: string): Promise<void> {
  if (!existsSync(path)) throw new UsageError(`${path} does not exist.`);
  const settings = settingsFrom(process.env);
  const instance = await openInstance(settings);
  try {
    const { ownerUrl, url: appUrl } = instance;
    const files = filesOnDisk(join(settings.dataFolder, 'files'));
    const source = createReadStream(path);
    const archive = source.pipe(createGunzip());
    source.on('error', (error) => archive.destroy(error));
    const target = { ownerUrl, appUrl, files, extra: installJobs };
    const restored = await restoreBackup(target, archive);
    const rows = Object.values(restored.rows).reduce((sum, count) => sum + count, 0);
    console.log(`Restored ${rows} rows and ${restored.files} files of ${restored.takenAt}.`);
  } finally {
    await instance.stop();
  }
  if (hasKeys(settings)) {
    const { status } = spawnSync(process.execPath, [audit], { stdio: 'inherit' });
    process.exitCode = status ?? 1;
  } else console.log('Put the keys of that time in place, then run: npm run audit');
}

/** Without them an audit would make new keys, which open nothing. */
function hasKeys({ keys, keysFile, embedded, dataFolder }: Settings): boolean {
  return !embedded || Boolean(keys ?? keysFile) || existsSync(join(dataFolder, 'keys'));
}

function sentenceOf(error: unknown): string {
  if (error instanceof UsageError || error instanceof CannotRestore) return error.message;
  const isDamaged =
    error instanceof BrokenArchive ||
    (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'));
  if (isDamaged) return `The backup cannot be used: ${error.message}. Nothing was restored.`;
  return troubleOf(error);
}
