// Recovery addresses as people set them: through the door, with the code of the mail.
import {
  beginRecoveryAddress,
  confirmRecoveryAddress,
} from '#modules/identity/recovery/address/recovery-address.contract.ts';
import type { Client } from './client.ts';
import { wait } from './factors.ts';
import { proveFor } from './proof.ts';
import type { World } from './world.ts';

export const second = 'ada@elsewhere.example';

/** The code of the latest mail to an address. */
export async function mailedCode(world: World, address: string): Promise<string> {
  const mail = (await world.mails(address)).find(({ letter }) => letter.endsWith('recovery-code'));
  const code = /\b(\d{6})\b/.exec(mail?.body.text ?? '')?.[1];
  if (code === undefined) throw new Error(`no code was mailed to ${address}`);
  return code;
}

/** Asks for the code, with the proof that it wants. */
export async function beginRecovery(browser: Client, address = second): Promise<void> {
  await proveFor(browser, beginRecoveryAddress, '');
  await browser.call(beginRecoveryAddress, { body: { address } });
}

/** Sets a recovery address in a browser of somebody who has a password only. */
export async function setRecovery(world: World, browser: Client, address = second): Promise<void> {
  await beginRecovery(browser, address);
  const code = await mailedCode(world, address);
  await browser.call(confirmRecoveryAddress, { body: { code } });
}

/** The same a week ago: it counts. */
export async function setRecoveryLongAgo(
  world: World,
  browser: Client,
  address = second,
): Promise<void> {
  await setRecovery(world, browser, address);
  wait(world, 7 * 24 * 60 * 60);
}
