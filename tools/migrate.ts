// npm run migrate: brings the database to what this program needs, and says what it did. `npm
// start`
// does the same; this is for sites that migrate apart from starting.
import { openInstance } from '#platform/database/instance.ts';
import { migrate } from '#platform/database/migrate.ts';
import { installJobs } from '#platform/jobs/install-jobs.ts';
import { settingsFrom } from '#platform/process/environment.ts';
import { troubleOf } from '#platform/process/trouble.ts';

try {
  const instance = await openInstance(settingsFrom(process.env));
  try {
    const { ownerUrl, url: appUrl } = instance;
    const ran = await migrate({ ownerUrl, appUrl, extra: installJobs });
    console.log(ran.length === 0 ? 'Nothing to do.' : ran.map((name) => `ran ${name}`).join('\n'));
  } finally {
    await instance.stop();
  }
} catch (error) {
  console.error(troubleOf(error));
  process.exitCode = 1;
}
