import type { Language } from '#kernel/language.ts';
import type { Tx } from '#platform/database/tx.ts';
import { placeOf } from '../places/place-of.ts';
import { addressIn, placeLine } from '../places/place.rules.ts';
import { deviceLabel } from '../sessions/device-name.ts';

/** Where a request comes from, as page and phone both show it: people compare them. */
export function askedFrom(
  tx: Tx,
  { agent, prefix }: { agent: string; prefix: string },
  language: Language,
): { readonly browser: string; readonly place: string } {
  const place = placeOf(tx, prefix, language);
  return { browser: deviceLabel(agent), place: place ? placeLine(place) : addressIn(prefix) };
}
