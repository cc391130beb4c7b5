import { ada, password } from '#test/people.ts';
import type { Client } from '#test/client.ts';
import { signIn, signOut } from '#modules/identity/sign-in/sign-in.contract.ts';
import { cpuOfProgram } from '../measure/cpu.ts';
import type { Place } from './place.ts';

/** The first step of a sign-in, the password. */
export const enter = (browser: Client) =>
  browser.call(signIn, { body: { address: ada.address, password } });

/**
 * What it costs a person to come in again, in CPU: a known browser whose session ended, a minute
 * later each time, as the budget of the door wants it and so that no code is used twice. What the
 * person does for `way` (reading a code) is not counted.
 */
export async function comeAgain(
  { clock }: Place,
  browser: Client,
  way: () => () => Promise<unknown>,
): Promise<number> {
  await browser.call(signOut);
  clock.moveTo(new Date(clock.now().getTime() + 60_000));
  return cpuOfProgram(way());
}
