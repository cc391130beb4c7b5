import { globSync, readFileSync } from 'node:fs';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Markdown } from './markdown.tsx';

const shown = (text: string) => renderToStaticMarkup(createElement(Markdown, { text }));

test.each(globSync('guides/*/*.md').toSorted())(
  '%s says nothing that would be shown raw',
  (file) => {
    const html = shown(readFileSync(file, 'utf8')).replaceAll(/<code>.*?<\/code>/g, '');
    const words = html.replaceAll(/<[^>]+>/g, '\n');
    expect(words).not.toMatch(/\*\*|`|\]\(|^\s*(#|\||- |\d+\. )|(^|\s)_\S|\S_(\s|$)/m);
  },
);

test('a table has the columns that its first line names', () => {
  const html = shown('| role | may |\n| --- | --- |\n| External | a _guest_ |');
  expect(html).toContain('<th>role</th><th>may</th>');
  expect(html).toContain('<td>External</td><td>a <em>guest</em></td>');
});
