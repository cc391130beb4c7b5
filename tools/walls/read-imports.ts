import { globSync, readFileSync, existsSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { parseSync } from 'oxc-parser';
import type { Import } from './walls.ts';

export type House = { readonly files: readonly string[]; readonly imports: readonly Import[] };

/** Every file below src and every import in it; an import that leads nowhere is an error. */
export function readHouse(root: string): House {
  const files = globSync('src/**/*.{ts,tsx}', { cwd: root }).toSorted();
  return { files, imports: files.flatMap((file) => importsOf(root, file)) };
}

function importsOf(root: string, file: string): Import[] {
  const parsed = parseSync(file, readFileSync(join(root, file), 'utf8'));
  if (parsed.errors.length > 0) throw new Error(`${file}: ${parsed.errors[0]?.message}`);
  const { staticImports, staticExports, dynamicImports } = parsed.module;
  const found: Import[] = [];
  const add = (specifier: string, typeOnly: boolean): void => {
    found.push({ from: file, to: resolve(root, file, specifier), typeOnly });
  };
  for (const { moduleRequest, entries } of staticImports) {
    add(moduleRequest.value, entries.length > 0 && entries.every((entry) => entry.isType));
  }
  for (const { entries } of staticExports) {
    const from = entries.find((entry) => entry.moduleRequest)?.moduleRequest;
    if (from)
      add(
        from.value,
        entries.every((entry) => entry.isType),
      );
  }
  for (const { moduleRequest } of dynamicImports) {
    const text = readFileSync(join(root, file), 'utf8').slice(
      moduleRequest.start,
      moduleRequest.end,
    );
    const literal = /^['"](.*)['"]$/.exec(text)?.[1];
    if (literal) add(literal, false);
  }
  return found;
}

const rooms = {
  '#kernel/': 'src/kernel/',
  '#platform/': 'src/platform/',
  '#modules/': 'src/modules/',
  '#ui/': 'src/ui/',
  '#web/': 'src/web/',
  '#test/': 'test/',
} as const;

function resolve(root: string, file: string, specifier: string): string {
  const room = Object.entries(rooms).find(([prefix]) => specifier.startsWith(prefix));
  const path = room
    ? room[1] + specifier.slice(room[0].length)
    : specifier.startsWith('.')
      ? normalize(join(dirname(file), specifier))
      : undefined;
  if (path === undefined) return specifier;
  if (!existsSync(join(root, path.split('?')[0] ?? path))) {
    throw new Error(`${file} imports ${specifier}, which is not there`);
  }
  return relative('.', path);
}
