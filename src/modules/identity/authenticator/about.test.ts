import { expect, test } from 'vitest';
import { wait } from '#test/factors.ts';
import { ada, arrive, grace } from '#test/people.ts';
import { pairPhone } from '#test/software-phone.ts';
import { given } from '#test/world.ts';
import { askStepUp, stepUp } from '../sign-in/sign-in.contract.ts';
import { aboutIn } from './push.rules.ts';

const action = 'deleteOrganization';

async function protectedAda() {
  const world = await given();
  const { browser, ownId } = await arrive(world, ada);
  return { world, browser, ownId, phone: await pairPhone(world, browser) };
}

test('[D9] the phone shows what would be done, and in which organization', async () => {
  const { browser, ownId, phone } = await protectedAda();
  const critical = { action, object: ownId };
  await browser.call(askStepUp, { body: { method: 'push', critical } });
  expect((await phone.waiting()).waiting).toMatchObject({
    purpose: 'step-up',
    action,
    organization: 'Ada Lovelace',
  });
  await browser.call(askStepUp, { body: { method: 'push' } });
  expect((await phone.waiting()).waiting).toMatchObject({ action: null, organization: null });
});

test('nobody reads by it what the organization of somebody else is called', async () => {
  const { world, browser, phone } = await protectedAda();
  const { ownId: object } = await arrive(world, grace);
  await browser.call(askStepUp, { body: { method: 'push', critical: { action, object } } });
  expect((await phone.waiting()).waiting).toMatchObject({ organization: null });
});

test('[SU-06] what the phone confirmed for one act opens no other', async () => {
  const { world, browser, ownId, phone } = await protectedAda();
  wait(world, 11 * 60);
  const critical = { action, object: ownId };
  const asked = await browser.call(askStepUp, { body: { method: 'push', critical } });
  const attempt = (await phone.waiting()).waiting?.attempt;
  const code = asked.options?.['code'];
  await phone.decide({ decision: 'approve', attempt, code });
  const factor = { method: 'push' } as const;
  const other = { action: 'nameSuccessor', object: ownId };
  for (const wrong of [{ factor, critical: other }, { factor }]) {
    expect((await browser.send(stepUp, { body: wrong })).statusCode).toBe(403);
  }
  await browser.call(stepUp, { body: { factor, critical } });
});

test('what a request is about names an act, and perhaps where', () => {
  const organizationId = `org_${'1'.repeat(32)}` as const;
  expect(aboutIn('')).toEqual({ action: undefined, organizationId: undefined });
  expect(aboutIn('removeFactor fac_1')).toMatchObject({ action: 'removeFactor' });
  expect(aboutIn(`nameSuccessor ${organizationId}/usr_1`)).toEqual({
    action: 'nameSuccessor',
    organizationId,
  });
});
