import type { Module } from '#platform/module.ts';
import { brandingRoutes } from './branding/branding.routes.ts';
import { answerRoutes } from './invitations/answering/answer.routes.ts';
import { closeInvitationsJob } from './invitations/closing/close.jobs.ts';
import { invitationRoutes } from './invitations/invitation.routes.ts';
import { grantRoutes } from './grants/grant.routes.ts';
import { contactRoutes } from './contact/contact.routes.ts';
import { leavingRoutes } from './leaving/leaving.routes.ts';
import { memberRoutes } from './members/member.routes.ts';
import { unlockRoutes } from './members/unlocking/unlock.routes.ts';
import { reminderRoutes } from './members/reminders/reminder.routes.ts';
import { removalRoutes } from './members/removal/removal.routes.ts';
import { roleRoutes } from './members/roles/role.routes.ts';
import { deletionRoutes } from './organization/deletion/deletion.routes.ts';
import { organizationRoutes } from './organization/organization.routes.ts';
import type { VatRegister } from './organization/vat/vat-register.rules.ts';
import { vatJobs } from './organization/vat/vat.jobs.ts';
import { policyJobs } from './policies/notices/policy.jobs.ts';
import { policyRoutes } from './policies/policy.routes.ts';
import { rightsRoutes } from './rights/rights.routes.ts';
import { staffOrganizationRoutes } from './staff/staff-organization.routes.ts';
import { switcherRoutes } from './switcher/switcher.routes.ts';
import { teamRoutes } from './teams/team.routes.ts';

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
    ...grantRoutes,
    ...teamRoutes,
    ...leavingRoutes,
    ...contactRoutes,
    ...unlockRoutes,
    ...rightsRoutes,
    ...switcherRoutes,
    ...brandingRoutes,
    ...policyRoutes,
    ...staffOrganizationRoutes,
  ],
  jobs: [...vatJobs(register), ...policyJobs, closeInvitationsJob],
});
