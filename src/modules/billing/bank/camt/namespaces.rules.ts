/** Attributes of a tag, as written. */
export type Attributes = { readonly [name: string]: string };

/**
 * Which tags belong to the message, whatever their prefix. Full namespace handling would double the
 * time of reading; a statement declares its namespaces once, at the top.
 */
export class Namespaces {
  readonly #declared = new Map<string, string>();
  #message: string | undefined;
  #isKnown = false;

  /** The namespace of a tag, after remembering what it declares. */
  of(prefix: string, attributes: Attributes): string | undefined {
    const own = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
    const redeclared = attributes[own];
    if (this.#isKnown && redeclared !== undefined && redeclared !== this.#message) {
      return redeclared;
    }
    for (const name in attributes) {
      if (!name.startsWith('xmlns')) continue;
      this.#declared.set(name === 'xmlns' ? '' : name.slice(6), attributes[name] ?? '');
    }
    return this.#declared.get(prefix);
  }

  /** The container of the message was found: its namespace is the message's. */
  settle(namespace: string | undefined): void {
    this.#message = namespace;
    this.#isKnown = true;
  }

  isForeign(namespace: string | undefined): boolean {
    return this.#isKnown && namespace !== this.#message;
  }
}
