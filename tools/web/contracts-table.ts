import { globSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Contract } from '#kernel/contract.ts';
import type { Table } from './table.ts';

type Found = { readonly contract: Contract; readonly from: string };

/**
 * The routes of all contracts, for the typed client. zod stays out: the table holds text and types.
 */
export async function apiTable(): Promise<Table> {
  const found = await foundContracts();
  const routes = found.map(
    ({ contract }) => `  ${contract.name}: '${contract.method} ${contract.path}',`,
  );
  const types = found.map(
    ({ contract, from }) => `  ${contract.name}: typeof import('${from}').${contract.name};`,
  );
  return {
    path: 'src/web/api/api.generated.ts',
    text: `// Written by \`npm run api\` from the contracts. Do not edit.
export const routes = {
${routes.join('\n')}
} as const;

export type Contracts = {
${types.join('\n')}
};
`,
  };
}

/** What every route promises, by their names. */
export async function allContracts(): Promise<Contract[]> {
  return (await foundContracts()).map(({ contract }) => contract);
}

async function foundContracts(): Promise<Found[]> {
  const files = globSync(['src/modules/**/*.contract.ts', 'src/platform/**/*.contract.ts']);
  const found = (await Promise.all(files.toSorted().map(contractsIn))).flat();
  found.sort((a, b) => (a.contract.name < b.contract.name ? -1 : 1));
  refuseTwins(found);
  return found;
}

async function contractsIn(file: string): Promise<Found[]> {
  const exported: Record<string, unknown> = await import(pathToFileURL(file).href);
  const from = file.replace(/^src\/(modules|platform)\//, '#$1/');
  return Object.entries(exported).flatMap(([name, value]) => {
    if (!isContract(value)) return [];
    if (value.name !== name) throw new Error(`${file}: ${name} calls itself ${value.name}`);
    return [{ contract: value, from }];
  });
}

function isContract(value: unknown): value is Contract {
  return typeof value === 'object' && value !== null && 'permission' in value && 'path' in value;
}

function refuseTwins(found: readonly Found[]): void {
  const seen = new Map<string, string>();
  for (const { contract, from } of found) {
    const first = seen.get(contract.name);
    if (first && first !== from) throw new Error(`${contract.name} is in ${first} and in ${from}`);
    seen.set(contract.name, from);
  }
}
