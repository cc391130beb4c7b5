// npm run staff:begin -- --address ADDRESS [--new-password]
// The way back in for one of the staff who lost what they sign in with, where no other administrator
// can open it: ends their methods and sessions, and prints the code for a first method, once.
import { parseArgs } from 'node:util';
import { system } from '#kernel/actor.ts';
import {
  addressOf,
  beginAnew,
  hashPassword,
  judgePassword,
  staffNamed,
} from '#modules/identity/index.ts';
import type { App } from '../src/app.ts';
import { newPassword } from './staff/new-password.ts';
import { runOnInstance, WrongUse } from './staff/on-instance.ts';

type Wish = { readonly address: string; readonly isPasswordNew: boolean };

await runOnInstance(wanted, begin);

async function begin({ database, clock, settings }: App, wish: Wish): Promise<void> {
  const { address, isPasswordNew } = wish;
  const person = await database.within((tx) => staffNamed(tx, address), { readOnly: true });
  if (!person) throw new WrongUse(`${address} is nobody of the staff`);
  const made = isPasswordNew ? await newPassword() : undefined;
  if (made) await database.within(async (tx) => judgePassword(tx, made.password, person));
  const passwordHash = made && (await hashPassword(made.password));
  const reason = made ? 'by command, with a new password' : 'by command';
  const asked = { staffId: person.staffId, reason, passwordHash, actor: system('staff:begin') };
  const { code, until } = await database.within((tx) => beginAnew(tx, asked, clock.now()));
  console.log(`${address} begins anew at ${settings.origin}/staff`);
  if (made?.isMade) console.log(`Password, shown once: ${made.password}`);
  console.log(`Code for the first method, shown once: ${code}`);
  console.log(`It counts until ${until.toISOString()}.`);
}

function wanted(): Wish {
  const options = {
    address: { type: 'string' },
    'new-password': { type: 'boolean', default: false },
  } as const;
  const { values } = parseArgs({ options });
  const address = addressOf(values.address ?? '');
  if (!address) throw new WrongUse('--address must be a mail address');
  return { address, isPasswordNew: values['new-password'] };
}
