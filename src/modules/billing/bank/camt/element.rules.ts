/** One XML element of a statement, without prefix; only what the reader kept. */
export type Element = {
  readonly name: string;
  /** `Ccy`, the only attribute that says anything in a camt message. */
  readonly currency: string | undefined;
  text: string;
  children: Element[] | undefined;
};

/** The first element under a path. */
export function at(element: Element | undefined, ...path: readonly string[]): Element | undefined {
  let here = element;
  for (const name of path) here = here?.children?.find((child) => child.name === name);
  return here;
}

export function allOf(element: Element | undefined, name: string): readonly Element[] {
  return element?.children?.filter((child) => child.name === name) ?? [];
}

/** The text under a path with its white space tidied; undefined when there is none. */
export function textAt(
  element: Element | undefined,
  ...path: readonly string[]
): string | undefined {
  const text = at(element, ...path)?.text;
  return text === undefined ? undefined : tidied(text) || undefined;
}

/** Most texts are tidy already: a file has millions, and writing each anew is a fifth of its cost. */
function tidied(text: string): string {
  const trimmed = text.trim();
  return /\s\s|[^\S ]/.test(trimmed) ? trimmed.replaceAll(/\s+/g, ' ') : trimmed;
}

/** The texts of every element of one name. */
export function textsOf(element: Element | undefined, name: string): string[] {
  return allOf(element, name)
    .map(({ text }) => tidied(text))
    .filter((text) => text !== '');
}

/** The first path that leads to a text: versions of camt spell the same thing differently. */
export function firstText(
  element: Element | undefined,
  ...paths: readonly (readonly string[])[]
): string | undefined {
  for (const path of paths) {
    const found = textAt(element, ...path);
    if (found !== undefined) return found;
  }
  return undefined;
}
