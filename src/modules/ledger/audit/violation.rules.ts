/** One thing that is not as it must be, told so that a person finds it. */
export type Violation = { readonly where: string; readonly what: string };
