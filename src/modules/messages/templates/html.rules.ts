/** Markup that is safe to put into a page: made by `html`, never by hand. */
export class Markup {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

type Value = string | Markup | readonly Markup[];

/** Writes markup; every text put into it is escaped, in elements and in quoted attributes. */
export function html(pieces: TemplateStringsArray, ...values: readonly Value[]): Markup {
  const written = values.map((value, index) => sourceOf(value) + (pieces[index + 1] ?? ''));
  return new Markup((pieces[0] ?? '') + written.join(''));
}

function sourceOf(value: Value): string {
  if (typeof value === 'string') return escaped(value);
  return value instanceof Markup ? value.source : value.map(({ source }) => source).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);
}
