import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { idOf } from '#kernel/ids.ts';
import { staffRoles } from '#kernel/permission.ts';
import { factorTypes } from '../../factors/factor.rules.ts';
import { notOneself, staffUnknown } from './beginning.refusals.ts';

export const listStaff = contract({
  name: 'listStaff',
  method: 'GET',
  path: '/staff/people',
  summary: 'The provider’s people, and what each of them signs in with.',
  permission: 'staff.see',
  returns: z
    .object({
      rows: z.array(
        z.object({
          staffId: idOf('stf'),
          name: z.string(),
          address: z.string(),
          role: z.enum(staffRoles),
          isDisabled: z.boolean(),
          /** What counts, and what stands and does not. */
          methods: z.array(z.object({ type: z.enum(factorTypes), counts: z.boolean() })),
          /** Until when a code opens the way to a first method; null: there is none. */
          mayBeginUntil: z.iso.datetime().nullable(),
        }),
      ),
    })
    .meta({ id: 'StaffPeople' }),
});

export const beginStaffAnew = contract({
  name: 'beginStaffAnew',
  method: 'POST',
  path: '/staff/people/:staffId/beginning',
  summary:
    'Lets a colleague set up a first method: what they had ends, and a code is shown this once.',
  permission: 'staff.administer',
  sensitive: 'critical',
  params: z.object({ staffId: idOf('stf') }),
  body: z.strictObject({ reason: z.string().trim().min(3).max(500) }),
  returns: z.object({ code: z.string(), until: z.iso.datetime() }).meta({ id: 'StaffBeginning' }),
  refusals: [staffUnknown, notOneself],
});
