// The provider's people as they begin where the operator demands something of them.
import { system } from '#kernel/actor.ts';
import type { StaffId } from '#kernel/ids.ts';
import type { StaffRole } from '#kernel/permission.ts';
import { beginAnew, createStaff, hashPassword } from '#modules/identity/index.ts';
import {
  askPasskeyAtDoor,
  staffSignInWithPasskey,
} from '#modules/identity/sign-in/passkey/passkey-door.contract.ts';
import {
  beginStaffPasskey,
  confirmStaffPasskey,
} from '#modules/identity/staff/factors/staff-factor.contract.ts';
import { staffSignIn } from '#modules/identity/staff/staff.contract.ts';
import {
  softwarePasskey,
  type Authenticator,
  type Broken,
  type Statement,
} from './authenticator.ts';
import type { Client } from './client.ts';
import { password } from './people.ts';
import type { World } from './world.ts';

export type Beginner = {
  readonly staffId: StaffId;
  readonly browser: Client;
  /** What opens the way to a first method. */
  readonly code: string;
  /** Of the door. */
  readonly body: { readonly address: string; readonly password: string };
};

/** Somebody new, who has a password and a code, and is at the door with the password. */
export async function newColleague(
  world: World,
  role: StaffRole = 'administrator',
  name = 'Nora',
): Promise<Beginner> {
  const address = `${name.toLowerCase()}@provider.example`;
  const passwordHash = await hashPassword(password);
  const person = { firstName: name, lastName: 'North', address, language: 'en', role } as const;
  const staffId = await world.within((tx) =>
    createStaff(tx, { ...person, passwordHash }, world.clock.now()),
  );
  const code = await beginningOf(world, staffId);
  const browser = world.browser();
  const body = { address, password };
  await browser.call(staffSignIn, { body });
  return { staffId, browser, code, body };
}

/** The code with which one of the staff begins, as the operator's command gives it. */
export async function beginningOf(world: World, staffId: StaffId): Promise<string> {
  const actor = system('staff:begin');
  const asked = { staffId, reason: 'a new colleague', actor };
  return (await world.within((tx) => beginAnew(tx, asked, world.clock.now()))).code;
}

type Adding = {
  readonly code?: string | undefined;
  readonly states?: Statement;
  readonly broken?: Broken;
};

/** Tries to add a passkey; the bare answer to what the authenticator made. */
export async function tryStaffPasskey(
  world: Pick<World, 'app'>,
  browser: Client,
  { code, states, broken }: Adding = {},
) {
  const how = states === undefined ? {} : { states };
  const passkey = softwarePasskey(world.app.settings.origin, how);
  const body = { label: 'Key', use: 'passkey', ...(code === undefined ? {} : { code }) } as const;
  const { factorId, options } = await browser.call(beginStaffPasskey, { body });
  const response = passkey.create(options, broken);
  const confirmation = { factorId, use: 'passkey', response } as const;
  const answer = await browser.send(confirmStaffPasskey, { body: confirmation });
  return { answer, passkey, factorId, options };
}

/** Adds one that is taken. */
export async function addStaffPasskey(
  world: Pick<World, 'app'>,
  browser: Client,
  adding: Adding = {},
): Promise<Authenticator & { readonly factorId: `fac_${string}` }> {
  const { answer, passkey, factorId } = await tryStaffPasskey(world, browser, adding);
  if (answer.statusCode !== 200) throw new Error(`no passkey: ${answer.body}`);
  return { ...passkey, factorId };
}

/** Brings a passkey to the staff door, perhaps a broken one; the bare answer. */
export async function enterAsStaff(browser: Client, passkey: Authenticator, broken?: Broken) {
  const { options } = await browser.call(askPasskeyAtDoor);
  const body = { response: passkey.get(options, broken) };
  return browser.send(staffSignInWithPasskey, { body });
}
