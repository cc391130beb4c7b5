// An identifier that says what it identifies, to people and to the compiler.
// Stored as uuid version 7, spelled `inv_` + 32 hex digits outside.
import { z } from 'zod';

export type Id<Prefix extends string> = `${Prefix}_${string}`;

/** The pattern of one kind of id, for contracts; the API reference shows it. */
export function idOf<Prefix extends string>(prefix: Prefix) {
  return z.templateLiteral([prefix, '_', z.string().regex(/^[0-9a-f]{32}$/)]);
}

/** The uuid that the database stores for an id. */
export function toUuid(id: Id<string>): string {
  const at = id.lastIndexOf('_') + 1;
  const [a, b, c, d] = [at + 8, at + 12, at + 16, at + 20];
  return `${id.slice(at, a)}-${id.slice(a, b)}-${id.slice(b, c)}-${id.slice(c, d)}-${id.slice(d)}`;
}

/** The id that a stored uuid is called outside. */
export function fromUuid<Prefix extends string>(prefix: Prefix, uuid: string): Id<Prefix> {
  return `${prefix}_${uuid.replaceAll('-', '')}`;
}

export type UserId = Id<'usr'>;
export type OrganizationId = Id<'org'>;
export type StaffId = Id<'stf'>;

export const userId = idOf('usr');
export const organizationId = idOf('org');
