// Second factors as people set them up: through the doors, with codes of an independent program.
import {
  beginPasskey,
  beginTotp,
  confirmPasskey,
  confirmTotp,
} from '#modules/identity/factors/factor.contract.ts';
import { beginSms, confirmSms } from '#modules/identity/factors/sms/sms.contract.ts';
import {
  askPasskeyAtDoor,
  signInWithPasskey,
} from '#modules/identity/sign-in/passkey/passkey-door.contract.ts';
import { askFactor, proveFactor } from '#modules/identity/sign-in/second-factor.contract.ts';
import { signIn } from '#modules/identity/sign-in/sign-in.contract.ts';
import { readSmsMailbox } from '#modules/messages/sms/read-sms.ts';
import { softwarePasskey, type Authenticator, type Broken } from './authenticator.ts';
import type { Client } from './client.ts';
import { codeAt } from './one-time-codes.ts';
import { ada, password } from './people.ts';
import type { World } from './world.ts';

export type CodeApp = {
  readonly factorId: `fac_${string}`;
  readonly key: string;
  /** The sheet that came with the first factor. */
  readonly codes: readonly string[];
  /** The next code that nobody used: time goes on by a step. */
  next(): string;
};

/** Whose time can go by. */
type Timed = Pick<World, 'clock'>;

/** Lets time go by. */
export function wait(world: Timed, seconds: number): void {
  world.clock.moveTo(new Date(world.clock.now().getTime() + seconds * 1000));
}

/** Sets up a code app in a browser that proved lately who it is. */
export async function addCodeApp(world: Timed, browser: Client, label = 'Phone'): Promise<CodeApp> {
  const { factorId, key } = await browser.call(beginTotp, { body: { label } });
  const code = codeAt(key, world.clock.now());
  const { emergencyCodes } = await browser.call(confirmTotp, { body: { factorId, code } });
  const next = () => {
    wait(world, 30);
    return codeAt(key, world.clock.now());
  };
  return { factorId, key, codes: emergencyCodes ?? [], next };
}

/** A browser in which the password was right and the second step is open. */
export async function atSecondStep(
  world: World,
  { address = ada.address, browser = world.browser() }: { address?: string; browser?: Client } = {},
): Promise<Client> {
  const answer = await browser.call(signIn, { body: { address, password } });
  if (answer.outcome !== 'factor-needed') throw new Error('no second factor was asked for');
  return browser;
}

/** Signs in with password and code. */
export async function enterWithCode(world: World, app: CodeApp, browser?: Client): Promise<Client> {
  const there = await atSecondStep(world, browser ? { browser } : {});
  await there.call(proveFactor, { body: { method: 'totp', code: app.next() } });
  return there;
}

/** A passkey that is bound to an account. */
export type BoundPasskey = Authenticator & {
  readonly factorId: `fac_${string}`;
  readonly codes: readonly string[];
};

/** Adds a passkey, or a key that only knows of a touch, in a browser that proved who it is. */
export async function addPasskey(
  world: World,
  browser: Client,
  {
    use = 'passkey',
    ...how
  }: { use?: 'passkey' | 'security-key'; isSynced?: boolean; counts?: boolean } = {},
): Promise<BoundPasskey> {
  const authenticator = softwarePasskey(world.app.settings.origin, how);
  const { factorId, options } = await browser.call(beginPasskey, { body: { label: 'Key', use } });
  const response = authenticator.create(options, { isTouchOnly: use === 'security-key' });
  const { emergencyCodes } = await browser.call(confirmPasskey, {
    body: { factorId, use, response },
  });
  return { ...authenticator, factorId, codes: emergencyCodes ?? [] };
}

/** Brings a passkey to the door, perhaps a broken one; the bare answer. */
export async function enterWithPasskey(browser: Client, passkey: Authenticator, broken?: Broken) {
  const { options } = await browser.call(askPasskeyAtDoor);
  return browser.send(signInWithPasskey, { body: { response: passkey.get(options, broken) } });
}

/** The code of the latest text to a phone. */
export async function textedCode(world: World): Promise<string> {
  const [latest] = await world.within(readSmsMailbox, { readOnly: true });
  const code = /#(\d{6})$/.exec(latest?.body ?? '')?.[1];
  if (code === undefined) throw new Error('no code was texted');
  return code;
}

/** Another six digits. */
export const wrongCode = (code: string): string => (code === '000000' ? '111111' : '000000');

export type Texted = {
  readonly factorId: `fac_${string}`;
  readonly codes: readonly string[];
};

/** Sets up codes by text in a browser that proved lately who it is. */
export async function addNumber(
  world: World,
  browser: Client,
  number = '+41 79 123 45 67',
): Promise<Texted> {
  const { factorId } = await browser.call(beginSms, { body: { number } });
  const code = await textedCode(world);
  const { emergencyCodes } = await browser.call(confirmSms, { body: { factorId, code } });
  return { factorId, codes: emergencyCodes ?? [] };
}

/** At the second step, with a fresh code by text. */
export async function askText(world: World, browser: Client): Promise<string> {
  await browser.call(askFactor, { body: { method: 'sms' } });
  return textedCode(world);
}

/** A day later, in the same browser: its owner's own by now. */
export async function returnWithCode(world: World, app: CodeApp, browser: Client): Promise<void> {
  wait(world, 24 * 60 * 60);
  await enterWithCode(world, app, browser);
}
