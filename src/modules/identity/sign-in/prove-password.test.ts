import { expect, test } from 'vitest';
import { newId } from '#kernel/new-id.ts';
import { ada, arrive, password } from '#test/people.ts';
import { given } from '#test/world.ts';
import { reportFactorLost } from '../factors/leaving/leaving.contract.ts';
import { laneLimits } from '../lockout/lane.rules.ts';
import { stepUp } from './sign-in.contract.ts';

test('[LK-07] a right password is no wrong try, whatever is refused after it', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const params = { factorId: newId('fac', world.clock.now()) };
  for (let times = 0; times < laneLimits.deviceThreshold; times++) {
    const losing = browser.call(reportFactorLost, { params, body: { password } });
    await expect(losing).rejects.toMatchObject({ code: 'identity.factor-unknown' });
  }
  await browser.call(stepUp, { body: { password } });
});
