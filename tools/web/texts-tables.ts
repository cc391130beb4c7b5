import { globSync } from 'node:fs';
import { languages } from '#kernel/language.ts';
import type { Table } from './table.ts';

type Source = { readonly namespace: string; readonly language: string; readonly from: string };

/**
 * One file per language that joins the texts of every module, of ui and of web: one request each.
 */
export function catalogues(): Table[] {
  const files = globSync(['src/modules/*/texts/*.ts', 'src/ui/texts/*.ts', 'src/web/texts/*.ts']);
  const sources = files
    .toSorted()
    .map(sourceOf)
    .filter((source) => source !== undefined);
  return languages.map((language) =>
    catalogue(
      language,
      sources.filter((source) => source.language === language),
    ),
  );
}

function sourceOf(file: string): Source | undefined {
  const match = /^src\/(?:modules\/)?([a-z]+)\/texts\/([a-z]{2})\.ts$/.exec(file);
  const [, namespace, language] = match ?? [];
  if (!namespace || !language) return undefined;
  return { namespace, language, from: file.replace(/^src\/(\w+)\//, '#$1/') };
}

function catalogue(language: string, sources: readonly Source[]): Table {
  const imports = sources.map(
    ({ namespace, from }) => `import { ${language} as ${namespace} } from '${from}';`,
  );
  const names = sources.map(({ namespace }) => `  ${namespace},`);
  return {
    path: `src/web/language/${language}.generated.ts`,
    text: `// Written by \`npm run api\` from the texts of every module. Do not edit.
${imports.join('\n')}

export const texts = {
${names.join('\n')}
};
`,
  };
}
