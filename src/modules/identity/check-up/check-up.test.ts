import { expect, test } from 'vitest';
import { addCodeApp, wait } from '#test/factors.ts';
import { ada, arrive, password } from '#test/people.ts';
import { setRecovery } from '#test/recovery.ts';
import { given } from '#test/world.ts';
import { changeSecuritySettings } from '../alerts/alert.contract.ts';
import { disownSession } from '../disowning/disown.contract.ts';
import { changePassword } from '../passwords/password.contract.ts';
import { listSessions } from '../sessions/session.contract.ts';
import { signIn } from '../sign-in/sign-in.contract.ts';
import { readCheckUp } from './check-up.contract.ts';

test('[MF-19] the check-up names what is open, and each thing goes when it is put right', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const kinds = async () => (await browser.call(readCheckUp)).findings.map(({ kind }) => kind);
  expect(await kinds()).toEqual(['no-second-factor', 'no-recovery-address']);
  await setRecovery(world, browser);
  wait(world, 1);
  expect(await kinds()).toEqual(['no-second-factor']);

  await browser.call(changeSecuritySettings, { body: { alertFailures: false } });
  await world.browser().call(signIn, { body: { address: ada.address, password } });
  expect(await kinds()).toEqual(['no-second-factor', 'new-devices', 'failures-untold']);

  const { sessions } = await browser.call(listSessions);
  const { sessionId } = sessions.find(({ current }) => !current)!;
  await browser.call(disownSession, { params: { sessionId } });
  await browser.call(changeSecuritySettings, { body: { alertFailures: true } });
  expect(await kinds()).toEqual(['password-doubted', 'no-second-factor']);

  const next = 'seven kites over the harbour';
  await browser.call(changePassword, { body: { current: password, next } });
  await addCodeApp(world, browser);
  expect(await kinds()).toEqual(['one-second-factor']);
});
