import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { firstCycle } from '../tools/walls/cycles.ts';
import { readHouse } from '../tools/walls/read-imports.ts';
import { walls, type Import } from '../tools/walls/walls.ts';

const house = readHouse('.');

test('every file was looked at', () => {
  expect(house.files.length).toBeGreaterThanOrEqual(globSync('src/**/*.{ts,tsx}').length);
  expect(house.imports.length).toBeGreaterThan(house.files.length);
});

test.for(walls)('the wall stands: $name', ({ isBroken, because }) => {
  const broken = house.imports.filter(isBroken).map(({ from, to }) => `${from} → ${to}`);
  expect(broken, because).toEqual([]);
});

test.for(walls)('the wall can fall: $name', ({ isBroken, broken }) => {
  expect(houseWith(broken).imports.filter(isBroken)).toHaveLength(1);
});

test('there are no cycles, and a cycle would be found', () => {
  expect(firstCycle(house.imports)).toBeUndefined();
  const there = { from: 'src/a.ts', to: 'src/b.ts', typeOnly: false };
  const back = { from: 'src/b.ts', to: 'src/a.ts', typeOnly: false };
  expect(firstCycle([there, back])).toEqual(['src/a.ts', 'src/b.ts', 'src/a.ts']);
});

/** Two tiny files that break a rule, read from disk like the real house. */
function houseWith({ from, to }: Import) {
  const root = mkdtempSync(join(tmpdir(), 'atrio-walls-'));
  try {
    const isFile = to.startsWith('src/');
    const specifier = isFile ? spelled(relative(dirname(from), to)) : to;
    write(root, from, `import { x } from '${specifier}';\nexport const y = x;\n`);
    if (isFile) write(root, to, 'export const x = 1;\n');
    return readHouse(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

function spelled(path: string): string {
  return path.startsWith('.') ? path : `./${path}`;
}

function write(root: string, file: string, text: string): void {
  mkdirSync(join(root, dirname(file)), { recursive: true });
  writeFileSync(join(root, file), text);
}
