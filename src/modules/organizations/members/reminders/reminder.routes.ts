import { serve } from '#platform/http/route.ts';
import { remindMembers as remind } from './remind-members.ts';
import { remindMembers } from './reminder.contract.ts';

export const reminderRoutes = [
  serve(remindMembers, async ({ tx, now, actor, params, body }) => ({
    reminded: [...(await remind(tx, { ...params, ...body, actor }, now))],
  })),
];
