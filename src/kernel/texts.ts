/**
 * The shape of a translation: the same keys as English, each a text. A missing key does not
 * compile.
 */
export type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };
