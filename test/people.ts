// The little world's people: Ada owns Acme, Grace pays, Linus asks for help. Each signs in through
// the door.
import type { OrganizationId, StaffId, UserId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import type { StaffRole } from '#kernel/permission.ts';
import { createStaff, hashPassword, openAccount } from '#modules/identity/index.ts';
import { signIn } from '#modules/identity/sign-in/sign-in.contract.ts';
import { staffSignIn } from '#modules/identity/staff/staff.contract.ts';
import { listMyOrganizations } from '#modules/organizations/switcher/switcher.contract.ts';
import type { Client } from './client.ts';
import type { World } from './world.ts';

export type Newcomer = {
  readonly firstName: string;
  readonly lastName: string;
  readonly address: string;
  readonly language: Language;
  readonly country: string;
};

export const ada: Newcomer = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  address: 'ada@example.com',
  language: 'en',
  country: 'CH',
};
export const grace: Newcomer = {
  firstName: 'Grace',
  lastName: 'Hopper',
  address: 'grace@example.com',
  language: 'en',
  country: 'DE',
};
export const linus: Newcomer = {
  firstName: 'Linus',
  lastName: 'Pauling',
  address: 'linus@example.com',
  language: 'es',
  country: 'ES',
};

/** Everybody's, in stories. */
export const password = 'a long walk by the quiet lake';

export type Person = {
  readonly userId: UserId;
  readonly name: string;
  /** The organization that account opening made for them (R23). */
  readonly ownId: OrganizationId;
  /** Their browser, signed in a moment ago. */
  readonly browser: Client;
};

/** What people come to: a world of a story, or the place of a benchmark. */
type House = Pick<World, 'within' | 'clock' | 'browser'>;

/** Somebody whose account is open and who is signed in. */
export async function arrive(world: House, newcomer: Newcomer = ada): Promise<Person> {
  const passwordHash = await hashPassword(password);
  const userId = await world.within((tx) =>
    openAccount(tx, { ...newcomer, passwordHash }, world.clock.now()),
  );
  const browser = world.browser({ language: newcomer.language });
  await browser.call(signIn, { body: { address: newcomer.address, password } });
  const { current } = await browser.call(listMyOrganizations);
  if (!current) throw new Error(`${newcomer.firstName} has no organization`);
  return { userId, name: `${newcomer.firstName} ${newcomer.lastName}`, ownId: current, browser };
}

export type Employee = {
  readonly staffId: StaffId;
  readonly name: string;
  readonly browser: Client;
};

/** One of the provider's people, signed in at their own door. */
export async function hire(world: World, role: StaffRole = 'billing'): Promise<Employee> {
  const address = `${role}@provider.example`;
  const passwordHash = await hashPassword(password);
  const person = { firstName: 'Sam', lastName: role, address, language: 'en', role } as const;
  const staffId = await world.within((tx) =>
    createStaff(tx, { ...person, passwordHash }, world.clock.now()),
  );
  const browser = world.browser();
  await browser.call(staffSignIn, { body: { address, password } });
  return { staffId, name: `Sam ${role}`, browser };
}
