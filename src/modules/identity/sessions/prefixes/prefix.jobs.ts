import { z } from 'zod';
import { defineJob, handle } from '#platform/jobs/jobs.ts';
import { after } from '../session.rules.ts';
import { shortenPrefixes } from './prefix.store.ts';

const shortenJob = defineJob('identity.shorten-prefixes', z.object({}));

/** How long it is kept from which address exactly somebody signed in. */
export const wholePrefixDays = 90;

/** Sessions in one transaction. */
const atOnce = 5000;

/** Each night: where old sessions came from is kept roughly only (identity 3.5). */
export const shortenHandler = handle(
  shortenJob,
  async ({ now, within }) => {
    const before = after(now, -wholePrefixDays * 24 * 60 * 60);
    let shortened: number;
    do {
      shortened = await within((tx) => shortenPrefixes(tx, { before, limit: atOnce }));
    } while (shortened === atOnce);
  },
  { cron: '40 3 * * *' },
);
