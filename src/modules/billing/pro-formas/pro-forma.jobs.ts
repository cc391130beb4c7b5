import { z } from 'zod';
import { dayOf } from '#kernel/calendar.ts';
import { defineJob, handle } from '#platform/jobs/jobs.ts';
import { expireProForma } from './end-pro-forma.ts';
import { findExpired } from './pro-forma.store.ts';

const mostPerRun = 2000;

/** Every hour, because the business day may change at any (test clock). */
export const expireProFormasJob = handle(
  defineJob('billing.expire-pro-formas', z.object({})),
  async ({ now, within }) => {
    const today = dayOf(now);
    const keys = await within((tx) => findExpired(tx, today, mostPerRun), { readOnly: true });
    const failures: unknown[] = [];
    // one transaction each: an order that cannot end holds nobody else up
    for (const key of keys) {
      await within((tx) => expireProForma(tx, { ...key, today }, now)).catch((error: unknown) => {
        failures.push(error);
      });
    }
    if (failures.length > 0) throw new AggregateError(failures, 'some pro-formas could not end');
  },
  { cron: '17 * * * *' },
);
