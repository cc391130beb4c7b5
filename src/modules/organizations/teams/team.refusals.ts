import { defineRefusal } from '#kernel/refusal.ts';

/** Said alike of a team that does not exist and of one that the reader does not lead. */
export const teamNotFound = defineRefusal<Record<string, never>>(
  'organizations.no-such-team',
  'not-found',
);
export const teamNameTaken = defineRefusal<{ name: string }>(
  'organizations.team-name-taken',
  'conflict',
);
export const notInTeam = defineRefusal<Record<string, never>>(
  'organizations.not-in-team',
  'not-found',
);
