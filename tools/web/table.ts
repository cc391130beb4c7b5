/** A generated file: where it stands and what it says. */
export type Table = { readonly path: string; readonly text: string };
