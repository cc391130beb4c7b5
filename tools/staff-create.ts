// npm run staff:create -- --address ADDRESS --role administrator --name "First Last"
// Lets one more person of the provider in. Asks for the password at a terminal; elsewhere makes one
// and prints it, once.
import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { Refusal } from '#kernel/refusal.ts';
import { language } from '#kernel/language.ts';
import { staffRoles } from '#kernel/permission.ts';
import { addressOf, createStaff, hashPassword, judgePassword } from '#modules/identity/index.ts';
import { openInstance } from '#platform/database/instance.ts';
import { migrate } from '#platform/database/migrate.ts';
import { installJobs } from '#platform/jobs/install-jobs.ts';
import { loadKeys } from '#platform/keys/load-keys.ts';
import { settingsFrom } from '#platform/process/environment.ts';
import { troubleOf } from '#platform/process/trouble.ts';
import { createApp, type App } from '../src/app.ts';

class WrongUse extends Error {}

type Person = Pick<
  Parameters<typeof createStaff>[1],
  'firstName' | 'lastName' | 'address' | 'language' | 'role'
>;

try {
  const person = wanted();
  const settings = settingsFrom(process.env);
  const keys = await loadKeys(settings);
  const instance = await openInstance(settings);
  try {
    const { ownerUrl, url } = instance;
    await migrate({ ownerUrl, appUrl: url, extra: installJobs });
    const app = await createApp({ settings, url, keys });
    try {
      await create(app, person);
    } finally {
      await app.close();
    }
  } finally {
    await instance.stop();
  }
} catch (error) {
  console.error(sentenceOf(error));
  process.exitCode = 1;
}

async function create({ database, clock, settings }: App, person: Person): Promise<void> {
  const isAsked = process.stdin.isTTY;
  const password = isAsked ? await ask('Password (15 characters or more): ') : generated();
  await database.within(async (tx) => judgePassword(tx, password, person));
  const passwordHash = await hashPassword(password);
  await database.within((tx) => createStaff(tx, { ...person, passwordHash }, clock.now()));
  console.log(`${person.address} is ${person.role} and signs in at ${settings.origin}/staff`);
  if (!isAsked) console.log(`Password, shown once: ${password}`);
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

/** Asks without showing what is typed. */
async function ask(question: string): Promise<string> {
  process.stdout.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    process.stdout.write('\n');
  }
}

function generated(): string {
  return randomBytes(18).toString('base64url');
}

function sentenceOf(error: unknown): string {
  if (error instanceof WrongUse) return error.message;
  if (error instanceof Refusal) return `Refused: ${error.code} ${JSON.stringify(error.facts)}`;
  return troubleOf(error);
}
