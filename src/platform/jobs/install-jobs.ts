import { ownersBoss } from './boss.ts';

/**
 * Makes or brings up to date the schema of the jobs, as its owner. Part of the migration step,
 * which then gives the application's role its rights.
 */
export async function installJobs(ownerUrl: string): Promise<void> {
  const failures: Error[] = [];
  const boss = ownersBoss(ownerUrl, (error) => failures.push(error));
  await boss.start();
  await boss.stop({ graceful: false });
  if (failures[0]) throw failures[0];
}
