import { serve } from '#platform/http/route.ts';
import { beginAnew } from './begin-anew.ts';
import { beginStaffAnew, listStaff } from './beginning.contract.ts';
import { listStaff as list } from './list-staff.ts';

export const beginningRoutes = [
  serve(listStaff, async ({ tx, now }) => ({
    rows: (await list(tx, now)).map(({ methods, mayBeginUntil, ...person }) => ({
      ...person,
      methods: [...methods],
      mayBeginUntil: mayBeginUntil?.toISOString() ?? null,
    })),
  })),
  serve(beginStaffAnew, async ({ tx, now, actor, params, body }) => {
    const { code, until } = await beginAnew(tx, { ...params, ...body, actor }, now);
    return { code, until: until.toISOString() };
  }),
];
