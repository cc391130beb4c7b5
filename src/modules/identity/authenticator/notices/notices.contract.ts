import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { appRefused } from '../push.refusals.ts';
import { signedMessage } from '../push.rules.ts';
import { noticeKinds } from './notice.rules.ts';

export const readNotices = contract({
  name: 'readNotices',
  method: 'POST',
  path: '/authenticator/notices',
  summary: 'What was changed lately of what protects the account of this app.',
  permission: 'public',
  body: z.strictObject({ message: signedMessage }),
  returns: z
    .object({
      notices: z.array(
        z.object({
          id: z.string(),
          what: z.enum(noticeKinds),
          label: z.string().nullable(),
          at: z.iso.datetime(),
          from: z.string().nullable(),
        }),
      ),
    })
    .meta({ id: 'PhoneNotices' }),
  refusals: [appRefused],
});
