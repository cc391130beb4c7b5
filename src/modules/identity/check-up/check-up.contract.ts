import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { findings } from './check-up.rules.ts';

export const readCheckUp = contract({
  name: 'readCheckUp',
  method: 'GET',
  path: '/account/check-up',
  summary: 'What could protect this account better, the gravest first.',
  permission: 'self',
  returns: z
    .object({ findings: z.array(z.object({ kind: z.enum(findings), count: z.int() })) })
    .meta({ id: 'CheckUp' }),
});
