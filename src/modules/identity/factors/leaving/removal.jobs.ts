import { z } from 'zod';
import { defineJob, handle } from '#platform/jobs/jobs.ts';
import { dueRemovals } from './removal.store.ts';
import { carryOutRemoval } from './carry-out-removal.ts';

const mostPerRun = 500;

/** Removals of last factors that waited their day; one that fails holds no other up. */
export const removalHandler = handle(
  defineJob('identity.remove-factors', z.object({})),
  async ({ now, within }) => {
    const due = await within((tx) => dueRemovals(tx, now, mostPerRun), { readOnly: true });
    const failures: unknown[] = [];
    for (const removal of due) {
      await within((tx) => carryOutRemoval(tx, removal, now)).catch((error: unknown) => {
        failures.push(error);
      });
    }
    if (failures.length > 0) throw new AggregateError(failures, 'some factors could not go');
  },
  { cron: '*/10 * * * *' },
);
