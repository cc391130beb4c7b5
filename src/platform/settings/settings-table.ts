import type { Variable } from './variable.ts';
import { configFileVariable, variables } from './variables.ts';

/** The README's table of settings, from the same definition that reads them. */
export function settingsTable(): string {
  const rows = Object.values<Variable>(variables).map(
    ({ name, fallback, shownDefault, about }) =>
      `| \`${name}\` | ${shownDefault ?? (fallback ? `\`${fallback}\`` : 'none')} | ${about} |`,
  );
  const about = 'A JSON file with the same names; the environment wins.';
  const file = `| \`${configFileVariable}\` | none | ${about} |`;
  return ['| setting | default | what it does |', '| --- | --- | --- |', ...rows, file].join('\n');
}
