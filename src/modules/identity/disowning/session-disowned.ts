import type { Instant } from '#kernel/calendar.ts';
import type { UserId } from '#kernel/ids.ts';
import { defineNews } from '#platform/news.ts';

/**
 * The owner says that a session was not theirs. Whoever keeps something that can have been added in
 * it – second factors above all – suspends what came since then, in the same transaction.
 */
export const sessionDisowned = defineNews<{ userId: UserId; since: Instant }>(
  'identity.sessionDisowned',
);

/** What holds until somebody keeps such things. */
sessionDisowned.connect(async () => undefined);
