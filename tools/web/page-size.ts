// What a browser fetches for a page of the built app: its script and style, compressed (brotli).
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

type Chunk = {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
};
type Manifest = { readonly [source: string]: Chunk };

const folder = join(import.meta.dirname, '../../dist/web');

export const pages = {
  Home: ['shell/organization-shell.tsx', 'pages/home.page.tsx'],
  'Sign in': ['shell/door.tsx', '../modules/identity/sign-in/sign-in.page.tsx'],
  Invoices: ['shell/organization-shell.tsx', '../modules/billing/invoices/invoices.page.tsx'],
} as const;

/** What the first page of the signed-in app may weigh, in bytes. */
export const budget = 220_000;

export type PageSize = { readonly script: number; readonly style: number };

/** Of a page in the language with the longest words so far. */
export async function sizeOf(page: keyof typeof pages): Promise<PageSize> {
  const manifest = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8'));
  const files = new Set<string>();
  const sources = ['index.html', 'language/es.generated.ts', ...pages[page]];
  for (const source of sources) gather(manifest, source, files);
  const sizes = await Promise.all([...files].map(weigh));
  return { script: total(sizes, '.js'), style: total(sizes, '.css') };
}

function gather(manifest: Manifest, source: string, files: Set<string>): void {
  const chunk = manifest[source];
  if (!chunk || files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const style of chunk.css ?? []) files.add(style);
  for (const imported of chunk.imports ?? []) gather(manifest, imported, files);
}

async function weigh(file: string) {
  const { size } = await stat(join(folder, `${file}.br`));
  return { file, size };
}

function total(sizes: readonly { file: string; size: number }[], kind: string): number {
  return sizes.filter(({ file }) => file.endsWith(kind)).reduce((sum, { size }) => sum + size, 0);
}
