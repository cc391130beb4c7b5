import type { Module } from '#platform/module.ts';
import { brandingRoutes } from './branding/branding.routes.ts';
import { answerRoutes } from './invitations/answering/answer.routes.ts';
import { invitationRoutes } from './invitations/invitation.routes.ts';
import { memberRoutes } from './members/member.routes.ts';
import { reminderRoutes } from './members/reminders/reminder.routes.ts';
import { removalRoutes } from './members/removal/removal.routes.ts';
import { roleRoutes } from './members/roles/role.routes.ts';
import { deletionRoutes } from './organization/deletion/deletion.routes.ts';
import { organizationRoutes } from './organization/organization.routes.ts';
import type { VatRegister } from './organization/vat/vat-register.rules.ts';
import { vatJobs } from './organization/vat/vat.jobs.ts';
import { staffOrganizationRoutes } from './staff/staff-organization.routes.ts';
import { switcherRoutes } from './switcher/switcher.routes.ts';

/** Organizations, with the register that is asked about VAT numbers. */
export const organizationsModule = (register: VatRegister): Module => ({
  name: 'organizations',
  routes: [
    ...organizationRoutes,
    ...deletionRoutes,
    ...memberRoutes,
    ...roleRoutes,
    ...removalRoutes,
    ...reminderRoutes,
    ...invitationRoutes,
    ...answerRoutes,
    ...switcherRoutes,
    ...brandingRoutes,
    ...staffOrganizationRoutes,
  ],
  jobs: vatJobs(register),
});
