// npm run catalogue:load -- FILE: takes over the operator's catalogue, a JSON file. Loading it
// again changes nothing; a price changes by a later `validFrom`. --example prints the demo's file.
import { readFile } from 'node:fs/promises';
import { createApp } from '../src/app.ts';
import { catalogueFigures } from '../src/demo/figures.ts';
import { system } from '#kernel/actor.ts';
import { Refusal } from '#kernel/refusal.ts';
import { catalogueFile, loadCatalogue, type CatalogueFile } from '#modules/catalogue/index.ts';
import { openInstance } from '#platform/database/instance.ts';
import { migrate } from '#platform/database/migrate.ts';
import { installJobs } from '#platform/jobs/install-jobs.ts';
import { loadKeys } from '#platform/keys/load-keys.ts';
import { settingsFrom } from '#platform/process/environment.ts';
import { troubleOf } from '#platform/process/trouble.ts';

/** Something the operator can repair, in a sentence. */
class CannotLoad extends Error {}

try {
  const [file] = process.argv.slice(2);
  if (file === undefined) throw new CannotLoad('Say which file: npm run catalogue:load -- FILE');
  if (file === '--example') console.log(JSON.stringify(catalogueFigures, undefined, 2));
  else await load(await read(file));
} catch (error) {
  console.error(error instanceof CannotLoad ? error.message : troubleOf(error));
  process.exitCode = 1;
}

async function read(file: string): Promise<CatalogueFile> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CannotLoad(`${file} cannot be read.`);
  });
  const parsed = catalogueFile.safeParse(jsonIn(file, text));
  if (parsed.success) return parsed.data;
  const complaints = parsed.error.issues.map(({ path, message }) => {
    const place = path.length > 0 ? `${path.join('.')}: ` : '';
    return `- ${place}${message}`;
  });
  throw new CannotLoad([`${file} is not a catalogue:`, ...complaints].join('\n'));
}

function jsonIn(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    throw new CannotLoad(`${file} is not JSON: ${why}`, { cause: error });
  }
}

async function load(file: CatalogueFile): Promise<void> {
  const settings = settingsFrom(process.env);
  const keys = await loadKeys(settings);
  const instance = await openInstance(settings);
  try {
    const { ownerUrl, url } = instance;
    await migrate({ ownerUrl, appUrl: url, extra: installJobs });
    const app = await createApp({ settings, url, keys });
    try {
      const who = { actor: system('catalogue-load'), now: app.clock.now() };
      const loaded = await app.database.within((tx) => loadCatalogue(tx, file, who));
      console.log(`${loaded.products} products are sold; ${loaded.prices} prices are new.`);
    } finally {
      await app.close();
    }
  } catch (error) {
    if (error instanceof Refusal) throw new CannotLoad(sentenceOf(error), { cause: error });
    throw error;
  } finally {
    await instance.stop();
  }
}

function sentenceOf({ code, facts }: Refusal): string {
  if (code !== 'catalogue.price-change-too-early') return `${code} ${JSON.stringify(facts)}`;
  const earliest = String(facts['earliest']);
  return `A price that counts already is not changed. Set "validFrom" to ${earliest} or later.`;
}
