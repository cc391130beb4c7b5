import type { JobHandler } from '#platform/jobs/jobs.ts';
import type { Route } from '#platform/http/route.ts';

/** What a module shows to app.ts: its schema's name, its routes, what it does later. */
export type Module = {
  readonly name: string;
  readonly routes: readonly Route[];
  readonly jobs: readonly JobHandler[];
};
