// npm run letters [-- --check]: prints src/letters.ts for people, as docs/messages.md.
import { readFile, writeFile } from 'node:fs/promises';
import { letters, type Audience } from '../src/letters.ts';

const path = 'docs/messages.md';

const readers: Readonly<Record<Audience, string>> = {
  'members: identity': 'The legal representatives of the organization',
  'members: billing': 'Members who see its bills, unless they turned billing messages off',
  'members: products': 'Members who may order in it, unless they turned product messages off',
  'every member': 'All members of the organization',
  'members concerned': 'The members whom it concerns, whatever their role and their choices',
  'the person': 'The one person whom it is about',
  'the person, everywhere':
    'The one person whom it is about, at every address: login, recovery, and for 30 days the one before',
  'the address': 'Whoever reads the address, with an account or without',
  'the staff member': 'The one person of the provider whom it is about',
  'the administrators': 'The administrators of the provider',
};

const parts = Object.entries(readers).flatMap(([audience, title]) => {
  const told = Object.entries(letters).filter(([, { to }]) => to === audience);
  const lines = told.map(([name, { when }]) => `- \`${name}\`: ${when}`);
  return told.length === 0 ? [] : [`## ${title}\n\n${lines.join('\n')}\n`];
});
const text = `# Who receives which mail

Printed by \`npm run letters\` from \`src/letters.ts\`; \`test/letters.test.ts\` holds it against what is sent.

Members choose for each organization whether they read billing and product messages (My account → Notifications).
Somebody always reads about bills: the only legal representative cannot turn them off, nobody can when nobody else is
left, and where all the same nobody would read them, all legal representatives do. Each reads in their own language.

${parts.join('\n')}`;

const isStale = (await readFile(path, 'utf8').catch(() => '')) !== text;
if (isStale && process.argv.includes('--check')) {
  console.log(`stale: ${path}`);
  process.exitCode = 1;
} else if (isStale) {
  await writeFile(path, text);
  console.log(`written: ${path}`);
}
