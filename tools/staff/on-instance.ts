// Opens the installation that the environment names, for one command of the operator.
import { Refusal } from '#kernel/refusal.ts';
import { openInstance } from '#platform/database/instance.ts';
import { migrate } from '#platform/database/migrate.ts';
import { installJobs } from '#platform/jobs/install-jobs.ts';
import { loadKeys } from '#platform/keys/load-keys.ts';
import { settingsFrom } from '#platform/process/environment.ts';
import { troubleOf } from '#platform/process/trouble.ts';
import { createApp, type App } from '../../src/app.ts';

/** Said to whoever typed the command, who can type it again. */
export class WrongUse extends Error {}

/** Reads what was wanted, works on the installation, and closes it; what fails is a sentence. */
export async function runOnInstance<W>(
  wanted: () => W,
  work: (app: App, wanted: W) => Promise<void>,
): Promise<void> {
  try {
    const wish = wanted();
    const settings = settingsFrom(process.env);
    const keys = await loadKeys(settings);
    const instance = await openInstance(settings);
    try {
      const { ownerUrl, url } = instance;
      await migrate({ ownerUrl, appUrl: url, extra: installJobs });
      const app = await createApp({ settings, url, keys });
      try {
        await work(app, wish);
      } finally {
        await app.close();
      }
    } finally {
      await instance.stop();
    }
  } catch (error) {
    console.error(sentenceOf(error));
    process.exitCode = 1;
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof WrongUse) return error.message;
  if (error instanceof Refusal) return `Refused: ${error.code} ${JSON.stringify(error.facts)}`;
  return troubleOf(error);
}
