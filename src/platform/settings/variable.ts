// What a setting of the operator is, and how it is written down.
import { z } from 'zod';

export type Variable<S extends z.ZodType = z.ZodType> = {
  readonly name: string;
  /** What it does, for the README. */
  readonly about: string;
  /** Ends the sentence "… must be". */
  readonly allowed: string;
  /** Reads the text of the environment. */
  readonly schema: S;
  /** As it would be written in the environment; without one the setting may be absent. */
  readonly fallback?: string;
  /** What the README shows where the default depends on something. */
  readonly shownDefault?: string;
  /** Its value is never printed. */
  readonly secret?: true;
};

export function variable<S extends z.ZodType, const V extends Variable<S>>(definition: V): V {
  return definition;
}

/** Several values of a text, separated by commas. */
export const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);
