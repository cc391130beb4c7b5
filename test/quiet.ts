// Output that nobody expects fails the test that caused it. A test that expects some takes it.
import { afterEach } from 'vitest';

const said: string[] = [];

for (const kind of ['log', 'info', 'warn', 'error', 'debug'] as const) {
  console[kind] = (...words: unknown[]) => {
    said.push(`${kind}: ${words.map((word) => wordOf(word)).join(' ')}`);
  };
}

function wordOf(word: unknown): string {
  return word instanceof Error ? (word.stack ?? word.message) : String(word);
}

/** What was written to the console since the last time somebody asked. */
export function takeOutput(): string[] {
  return said.splice(0);
}

afterEach(() => {
  const unexpected = takeOutput();
  if (unexpected.length > 0) throw new Error(`unexpected output:\n${unexpected.join('\n')}`);
});
