import { z } from 'zod';
import { contract } from '#kernel/contract.ts';

export const endEverySession = contract({
  name: 'endEverySession',
  method: 'DELETE',
  path: '/staff/sessions',
  summary: 'Signs every user out on every device, with a reason that each of them reads.',
  permission: 'staff.administer',
  sensitive: 'critical',
  body: z.strictObject({ reason: z.string().trim().min(3).max(500) }),
  returns: z.object({ ended: z.int(), people: z.int() }).meta({ id: 'EverySessionEnded' }),
});
