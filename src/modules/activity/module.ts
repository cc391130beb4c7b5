import type { Module } from '#platform/module.ts';
import { signHeadsJob } from './chain/sign-heads.jobs.ts';
import { activityRoutes } from './log/activity.routes.ts';

export const activityModule: Module = {
  name: 'activity',
  routes: activityRoutes,
  jobs: [signHeadsJob],
};
