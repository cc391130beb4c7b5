// What the operator asks of the provider's own people at their door.
import { z } from 'zod';
import { list, variable } from './variable.ts';

const aaguid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** What authenticators say that do not tell their model. */
const noModel = '00000000-0000-0000-0000-000000000000';

export const staffVariables = {
  staffFactors: variable({
    name: 'ATRIO_STAFF_FACTORS',
    about:
      'What staff sign in with: a passkey, or a passkey or code app besides the password. ' +
      '`auto`: in a demo the password is enough; elsewhere both, or `passkey` with a list of models.',
    allowed: '`passkey`, `passkey-or-code` or `auto`',
    schema: z.enum(['passkey', 'passkey-or-code', 'auto']),
    fallback: 'auto',
  }),
  staffPasskeyModels: variable({
    name: 'ATRIO_STAFF_PASSKEY_MODELS',
    about:
      'AAGUIDs of the only authenticators whose passkeys count for staff. Absent: any that verify ' +
      'their holder.',
    allowed: 'AAGUIDs such as 2fc0579f-8113-47ea-b116-bb5a8db9202a, separated by commas',
    schema: list
      .transform((all) => all.map((one) => one.toLowerCase()))
      .refine((all) => all.length > 0)
      .refine((all) => all.every((one) => aaguid.test(one) && one !== noModel)),
    shownDefault: 'none',
  }),
  staffPasskeyRoots: variable({
    name: 'ATRIO_STAFF_PASSKEY_ROOTS',
    about:
      'A file with the root certificates (PEM) of the makers of those authenticators: they must ' +
      'prove their model.',
    allowed: 'a path',
    schema: z.string().min(1),
    shownDefault: 'none',
  }),
} as const;
