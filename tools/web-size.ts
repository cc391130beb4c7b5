// What a browser fetches for Home: its script and style, compressed (brotli), against the budget.
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

type Chunk = {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
};
type Manifest = { readonly [source: string]: Chunk };

const folder = 'dist/web';
const budget = 220_000;
const pages = {
  Home: ['shell/organization-shell.tsx', 'pages/home.page.tsx'],
  'Sign in': ['shell/door.tsx', '../modules/identity/sign-in/sign-in.page.tsx'],
  Invoices: ['shell/organization-shell.tsx', '../modules/billing/invoices/invoices.page.tsx'],
} as const;

const manifest: Manifest = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8'));

for (const [name, parts] of Object.entries(pages)) {
  const files = new Set<string>();
  for (const part of ['index.html', 'language/es.generated.ts', ...parts]) gather(part, files);
  const sizes = await Promise.all([...files].map(sizeOf));
  const script = total(sizes.filter(({ file }) => file.endsWith('.js')));
  const style = total(sizes.filter(({ file }) => file.endsWith('.css')));
  console.log(`${name}: ${kB(script + style)} (script ${kB(script)}, style ${kB(style)})`);
  if (name === 'Home' && script + style > budget) {
    console.error(`Home is over its budget of ${kB(budget)}`);
    process.exitCode = 1;
  }
}

function gather(source: string, files: Set<string>): void {
  const chunk = manifest[source];
  if (!chunk || files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const style of chunk.css ?? []) files.add(style);
  for (const imported of chunk.imports ?? []) gather(imported, files);
}

async function sizeOf(file: string) {
  const { size } = await stat(join(folder, `${file}.br`));
  return { file, size };
}

function total(sizes: readonly { readonly size: number }[]): number {
  return sizes.reduce((sum, { size }) => sum + size, 0);
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
