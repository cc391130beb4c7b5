// npm run staff:create -- --address ADDRESS --role administrator --name "First Last"
// Lets one more person of the provider in. Asks for the password at a terminal; elsewhere makes one
// and prints it, once. Where staff prove more than that, it prints the code to begin with as well.
import { parseArgs } from 'node:util';
import { system } from '#kernel/actor.ts';
import { language } from '#kernel/language.ts';
import { staffRoles } from '#kernel/permission.ts';
import {
  addressOf,
  beginAnew,
  createStaff,
  hashPassword,
  judgePassword,
} from '#modules/identity/index.ts';
import type { App } from '../src/app.ts';
import { newPassword } from './staff/new-password.ts';
import { runOnInstance, WrongUse } from './staff/on-instance.ts';

type Person = Pick<
  Parameters<typeof createStaff>[1],
  'firstName' | 'lastName' | 'address' | 'language' | 'role'
>;

await runOnInstance(wanted, create);

async function create({ database, clock, settings }: App, person: Person): Promise<void> {
  const { password, isMade } = await newPassword();
  await database.within(async (tx) => judgePassword(tx, password, person));
  const passwordHash = await hashPassword(password);
  const beginning = await database.within(async (tx) => {
    const now = clock.now();
    const staffId = await createStaff(tx, { ...person, passwordHash }, now);
    if (settings.staffFactors === 'optional') return undefined;
    const asked = { staffId, reason: 'new', actor: system('staff:create') };
    return beginAnew(tx, asked, now);
  });
  console.log(`${person.address} is ${person.role} and signs in at ${settings.origin}/staff`);
  if (isMade) console.log(`Password, shown once: ${password}`);
  if (!beginning) return;
  console.log(`Code for the first method, shown once: ${beginning.code}`);
  console.log(`It counts until ${beginning.until.toISOString()}.`);
}

function wanted(): Person {
  const text = { type: 'string' } as const;
  const options = { address: text, role: text, name: text, language: { ...text, default: 'en' } };
  const { values } = parseArgs({ options });
  const address = addressOf(values.address ?? '');
  const role = staffRoles.find((known) => known === values.role);
  const [firstName, ...rest] = (values.name ?? '').trim().split(/\s+/);
  const reads = language.safeParse(values.language);
  if (!address) throw new WrongUse('--address must be a mail address');
  if (!role) throw new WrongUse(`--role must be one of ${staffRoles.join(', ')}`);
  if (!firstName || rest.length === 0) throw new WrongUse('--name must be "First Last"');
  if (!reads.success) throw new WrongUse('--language must be es, en, fr, de or it');
  return { address, role, firstName, lastName: rest.join(' '), language: reads.data };
}
