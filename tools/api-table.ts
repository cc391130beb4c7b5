// npm run api [-- --check]: writes what the browser knows of the server, as tables: every route
// with
// its method and path, the type of every contract, and one catalogue of texts per language. From the
// same sources it prints docs/rights.md.
import { readFile, writeFile } from 'node:fs/promises';
import { apiTable } from './web/contracts-table.ts';
import { rightsTable } from './web/rights-table.ts';
import { catalogues } from './web/texts-tables.ts';

const wanted = [await apiTable(), await rightsTable(), ...catalogues()];
const check = process.argv.includes('--check');
let stale = 0;

for (const { path, text } of wanted) {
  const present = await readFile(path, 'utf8').catch(() => '');
  if (present === text) continue;
  stale += 1;
  console.log(check ? `stale: ${path}` : `written: ${path}`);
  if (!check) await writeFile(path, text);
}
if (check && stale > 0) process.exitCode = 1;
