import { join } from 'node:path';
import type { Settings } from '#platform/settings.ts';
import { startEmbedded } from './embedded.ts';

/** The database of this instance, wherever it runs. */
export type Instance = {
  /** As the owner of the tables: migrations, backup, restore. */
  readonly ownerUrl: string;
  /** As the application's restricted role. */
  readonly url: string;
  /** Ends the embedded server unless another process uses it; leaves an operator's server alone. */
  readonly stop: () => Promise<void>;
};

/** Starts the embedded database, or takes the operator's. Commands and the server begin alike. */
export async function openInstance(
  settings: Settings,
  { onCrash }: { readonly onCrash?: (error: Error) => void } = {},
): Promise<Instance> {
  if (settings.databaseUrl !== undefined) {
    const ownerUrl = settings.migrationUrl ?? settings.databaseUrl;
    return { ownerUrl, url: settings.databaseUrl, stop: async () => undefined };
  }
  const directory = join(settings.dataFolder, 'postgresql');
  const embedded = await startEmbedded({ directory, ...(onCrash ? { onCrash } : {}) });
  return { ownerUrl: embedded.url, url: embedded.appUrl, stop: () => embedded.stop() };
}
