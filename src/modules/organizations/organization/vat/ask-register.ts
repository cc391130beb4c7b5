import { z } from 'zod';
import { organizationId, type OrganizationId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { enqueue } from '#platform/jobs/enqueue.ts';
import { defineJob } from '#platform/jobs/jobs.ts';

export const checkingJob = defineJob(
  'organizations.check-vat-number',
  z.object({ organizationId, vatNumber: z.string() }),
  { retries: 5 },
);

export type AskedNumber = { readonly organizationId: OrganizationId; readonly vatNumber: string };

/** Has the register asked about an organization's VAT number, after the commit. */
export async function askRegister(
  tx: Tx,
  { organizationId: asked, vatNumber }: AskedNumber,
): Promise<void> {
  const data = { organizationId: asked, vatNumber };
  await enqueue(tx, checkingJob, data, { key: `${asked}:${vatNumber}` });
}
