// A password for one of the staff: asked for at a terminal, elsewhere made and printed once.
import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

export type NewPassword = { readonly password: string; readonly isMade: boolean };

export async function newPassword(): Promise<NewPassword> {
  if (!process.stdin.isTTY) {
    return { password: randomBytes(18).toString('base64url'), isMade: true };
  }
  return { password: await ask('Password (15 characters or more): '), isMade: false };
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
