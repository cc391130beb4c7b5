import { element } from './draw.ts';
import { language, text } from './app-words.ts';

/** The same guide as on the pages; here without a network too. */
const guides = import.meta.glob<string>('../../../guides/{en,es}/authenticator.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export function guidePart(): HTMLElement {
  const items = itemsOf(guides[`../../../guides/${language}/authenticator.md`] ?? '').map(item);
  const said = element('ul', 'guide muted', ...items);
  return element('details', 'help', element('summary', '', text.guide), said);
}

/** A guide is a heading and a list; a line that begins no item goes on with the one before. */
function itemsOf(guide: string): string[] {
  return guide
    .replaceAll(/\n {2}/g, ' ')
    .split('\n')
    .flatMap((line) => (line.startsWith('- ') ? [line.slice(2)] : []));
}

function item(line: string): HTMLElement {
  const parts = line.split('**');
  const inside = parts.map((part, index) => (index % 2 === 1 ? element('strong', '', part) : part));
  return element('li', '', ...inside);
}
