import { z } from 'zod';
import { day, type Instant } from './calendar.ts';

/** A list's cursor: the keys of the last row, opaque to callers. */
export function toCursor(keys: readonly string[]): string {
  return btoa(JSON.stringify(keys)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * The keys of the row to continue after, or undefined when the text is not a cursor of `length`
 * keys.
 */
export function fromCursor(cursor: string, length: number): string[] | undefined {
  try {
    const keys: unknown = JSON.parse(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')));
    const fits =
      Array.isArray(keys) && keys.length === length && keys.every((k) => typeof k === 'string');
    return fits ? keys : undefined;
  } catch {
    return undefined;
  }
}

const moment = z.iso.datetime().refine((text) => text >= '0001');

/** The moment that a cursor names; undefined for what no calendar or no database knows. */
export function momentIn(key: string | undefined): Instant | undefined {
  const known = moment.safeParse(key).data;
  return known === undefined ? undefined : new Date(known);
}

/** The uuid that a cursor names, as the database has it. */
export const uuidIn = (key: string | undefined): string | undefined => z.guid().safeParse(key).data;

/**
 * Where a list goes on that is kept by time: moment or day of the last row, and its uuid. A cursor
 * that says anything else is none, and the list begins at the top.
 */
export function placeInTime(
  cursor: string | undefined,
): readonly [at: string, uuid: string] | undefined {
  const [at, id] = fromCursor(cursor ?? '', 2) ?? [];
  const when = moment.safeParse(at).data ?? day.safeParse(at).data;
  const uuid = uuidIn(id);
  return when === undefined || uuid === undefined ? undefined : [when, uuid];
}
