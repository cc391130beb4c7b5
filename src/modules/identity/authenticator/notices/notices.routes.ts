import { serve } from '#platform/http/route.ts';
import { readNotices } from './notices.contract.ts';
import { readNotices as read } from './read-notices.ts';

export const phoneNoticeRoutes = [
  serve(readNotices, async ({ tx, now, body }) => ({
    notices: (await read(tx, body.message, now)).map(
      ({ label = null, from = null, ...notice }) => ({
        ...notice,
        label,
        from,
      }),
    ),
  })),
];
