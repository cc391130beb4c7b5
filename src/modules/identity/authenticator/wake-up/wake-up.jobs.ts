import { handle } from '#platform/jobs/jobs.ts';
import { wakingJob } from './wake-later.ts';
import { wakePhone } from './wake-phone.ts';

export const wakingHandler = handle(wakingJob, ({ data, now, within }) =>
  wakePhone(within, { ...data, diesAt: new Date(data.diesAt) }, now),
);
