import { readFileSync } from 'node:fs';
import { Reader, validate, type CityResponse } from 'maxmind';
import { wordsFor, type Language } from '#kernel/language.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { WrongSettings, type Settings } from '#platform/settings.ts';
import { addressIn, placeIn, spotIn, type Place, type Spot } from './place.rules.ts';

/** One reader per file, opened at start and kept: looking up reads memory only. */
const readers = new Map<string, Reader<CityResponse>>();

/** Opens the operator's file of places, if one is named. A broken one stops the start. */
export function openPlaces({ placesFile }: Pick<Settings, 'placesFile'>): void {
  if (placesFile === undefined || readers.has(placesFile)) return;
  try {
    readers.set(placesFile, new Reader<CityResponse>(readFileSync(placesFile)));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new WrongSettings([`The file that ATRIO_PLACES_FILE names cannot be used: ${why}.`]);
  }
}

/**
 * Where an address is, in the language of the words around it; undefined without a file, and where
 * the file does not know it.
 */
export function placeOf(tx: Tx, prefix: string, language: Language): Place | undefined {
  return placeIn(located(tx, prefix), wordsFor(language));
}

/** The same as country and coordinates. */
export function spotOf(tx: Tx, prefix: string): Spot | undefined {
  return spotIn(located(tx, prefix));
}

function located(tx: Tx, prefix: string): CityResponse | null {
  const { placesFile } = settingsOf(tx);
  const reader = placesFile === undefined ? undefined : readers.get(placesFile);
  const address = addressIn(prefix);
  return reader && validate(address) ? reader.get(address) : null;
}
