import { handle, type JobHandler } from '#platform/jobs/jobs.ts';
import { activate, beginTry, remember } from './make-product.ts';
import type { Provisioner, ProvisioningRequest, ProvisioningResult } from './provisioning.rules.ts';
import { provisioningJob } from './request-provisioning.ts';

/** Makes products outside any transaction; what came of it is remembered in a second one. */
export function provisioningJobs(provisioner: Provisioner): readonly JobHandler[] {
  return [
    handle(provisioningJob, async ({ data, now, within }) => {
      const request = await within((tx) => beginTry(tx, data));
      if (!request) return;
      const answer = await ask(provisioner, request);
      if (answer.made) {
        await within((tx) => activate(tx, data, answer.result, now));
      } else if (await within((tx) => remember(tx, data, answer.error, now))) {
        throw answer.error; // the queue tries again, later and later
      }
    }),
  ];
}

type Answered =
  | { readonly made: true; readonly result: ProvisioningResult }
  | { readonly made: false; readonly error: unknown };

async function ask(provisioner: Provisioner, request: ProvisioningRequest): Promise<Answered> {
  try {
    return { made: true, result: await provisioner.make(request) };
  } catch (error) {
    return { made: false, error };
  }
}
