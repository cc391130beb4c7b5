import type { Module } from '#platform/module.ts';
import { memberRoutes } from './members/member.routes.ts';
import { organizationRoutes } from './organization/organization.routes.ts';
import { staffOrganizationRoutes } from './staff/staff-organization.routes.ts';
import { switcherRoutes } from './switcher/switcher.routes.ts';

export const organizationsModule: Module = {
  name: 'organizations',
  routes: [...organizationRoutes, ...memberRoutes, ...switcherRoutes, ...staffOrganizationRoutes],
  jobs: [],
};
