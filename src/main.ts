// Starts one process of Atrio: reads the environment, opens the database, serves, works, and ends
// well.
import { createApp, type App } from './app.ts';
import { demoPassword, demoPeople } from './demo/accounts.ts';
import { staffFactorWarning } from '#modules/identity/index.ts';
import { machineClock } from '#platform/clock/clock.ts';
import type { AppOptions } from '#platform/assemble.ts';
import { openInstance } from '#platform/database/instance.ts';
import { migrate } from '#platform/database/migrate.ts';
import { installJobs } from '#platform/jobs/install-jobs.ts';
import { loadKeys } from '#platform/keys/load-keys.ts';
import { closing, endOnSignals } from '#platform/process/closing.ts';
import { growSlowly } from '#platform/process/memory.ts';
import { settingsFrom } from '#platform/process/environment.ts';
import { troubleOf } from '#platform/process/trouble.ts';
import type { Settings } from '#platform/settings.ts';

growSlowly();
const ending = closing();
const say = (line: string): void => void process.stdout.write(`${line}\n`);
let settings: Settings | undefined;

try {
  settings = settingsFrom(process.env);
  endOnSignals({ close: ending.close, say });
  await start(settings);
} catch (error) {
  process.stderr.write(`\n${troubleOf(error, settings)}\n\n`);
  await ending.close();
  process.exit(1);
}

async function start(chosen: Settings): Promise<void> {
  const keys = await loadKeys(chosen);
  const onCrash = (error: Error): void => void process.stderr.write(`${error.message}\n`);
  const instance = await openInstance(chosen, { onCrash });
  ending.add('database', instance.stop);
  const { ownerUrl, url } = instance;
  await migrate({ ownerUrl, appUrl: url, extra: installJobs });

  const options = { settings: chosen, url, keys };
  if (chosen.demo) await fillWithDemo(options);
  const app = await createApp(options);
  ending.add('connections', () => app.close());
  if (chosen.role !== 'web') {
    const worker = await app.work();
    ending.add('jobs', worker.stop);
  }
  if (chosen.role !== 'worker') await serve(app);
  else say('Atrio works off jobs.');
}

async function serve({ server, settings }: App): Promise<void> {
  const { host, port, origin, demo } = settings;
  await server.listen({ host, port });
  ending.add('requests', () => server.close());
  say(`\nAtrio is ready: ${origin}`);
  const warning = staffFactorWarning(settings);
  if (warning) say(warning);
  if (demo) for (const line of demoHint(origin)) say(line);
}

/** The first start of a demo takes a moment: its history is lived through, not inserted. */
async function fillWithDemo(options: AppOptions): Promise<void> {
  const { loadDemo } = await import('./demo/load-demo.ts');
  await loadDemo(options, machineClock.now(), say);
}

function demoHint(origin: string): readonly string[] {
  return [
    `This is a demo with invented people; everybody’s password is “${demoPassword}”.`,
    `Customer: ${demoPeople.customer.address} · Staff: ${demoPeople.staff[2].address} at ${origin}/staff`,
    'Stop it with Ctrl-C.',
  ];
}
