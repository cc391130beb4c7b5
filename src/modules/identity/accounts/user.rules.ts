import { z } from 'zod';
import { day, type Day, type Instant } from '#kernel/calendar.ts';
import type { UserId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';

/** A person's account. */
export type User = {
  readonly userId: UserId;
  readonly name: { readonly first: string; readonly last: string };
  readonly address: string;
  readonly language: Language;
  readonly country: string;
  readonly birthDate: Day | undefined;
  readonly createdAt: Instant;
};

/** What an account is opened with. */
export type NewUser = {
  readonly firstName: string;
  readonly lastName: string;
  readonly address: string;
  readonly language: Language;
  readonly country: string;
};

export type ProfileChange = {
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly birthDate?: Day | null | undefined;
  readonly language?: Language | undefined;
};

/** As the person is called where one name is enough. */
export function fullName(name: { readonly first: string; readonly last: string }): string {
  return `${name.first} ${name.last}`;
}

/** What somebody types to find people, as `usersNamed` compares it: no capitals, no accents. */
export function searchWords(text: string): readonly string[] {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  return plain
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 5);
}

/** A name as a person gives it. Control characters and text direction tricks are no part of one. */
export const nameField = z
  .string()
  .transform((text) => text.normalize('NFC').trim().replaceAll(/\s+/g, ' '))
  .pipe(
    z
      .string()
      .min(1)
      .max(80)
      .regex(/^[^\p{Cc}\p{Bidi_Control}<>]+$/u),
  );

/** ISO 3166-1, two letters. */
export const countryField = z.string().regex(/^[A-Z]{2}$/);

export const birthDateField = day.refine((date) => date >= '1900-01-01');
