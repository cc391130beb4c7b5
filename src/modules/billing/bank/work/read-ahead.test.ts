import { expect, test } from 'vitest';
import { readAhead } from './read-ahead.ts';

/** Three numbers; what happens to them is noted. */
async function* noted(notes: string[], broken = 0): AsyncGenerator<number> {
  try {
    for (let number = 1; number <= 3; number++) {
      if (number === broken) throw new Error('unreadable');
      notes.push(`read ${number}`);
      yield number;
    }
  } finally {
    notes.push('closed');
  }
}

async function used(notes: string[], { broken = 0, until = 3 } = {}): Promise<void> {
  for await (const number of readAhead(noted(notes, broken))) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    notes.push(`used ${number}`);
    if (number === until) return;
  }
}

test('the next item is read while the present one is used, and none is lost', async () => {
  const notes: string[] = [];
  await used(notes, { until: 4 });
  expect(notes).toEqual(['read 1', 'read 2', 'used 1', 'read 3', 'used 2', 'closed', 'used 3']);
});

test('who leaves early closes what is read, and what broke behind it is nobody’s error', async () => {
  const notes: string[] = [];
  await used(notes, { until: 1, broken: 2 });
  expect(notes).toEqual(['read 1', 'closed', 'used 1']);
});

test('what breaks is told after everything before it was used', async () => {
  const notes: string[] = [];
  await expect(used(notes, { broken: 3 })).rejects.toThrow('unreadable');
  expect(notes).toEqual(['read 1', 'read 2', 'used 1', 'closed', 'used 2']);
});
