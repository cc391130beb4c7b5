import { z } from 'zod';
import type { Instant } from '#kernel/calendar.ts';
import { idOf, type Id, type OrganizationId } from '#kernel/ids.ts';
import { tints } from '../branding/branding.rules.ts';
import type { ProductRight } from '../members/rights.rules.ts';

export type TeamId = Id<'tea'>;
export const teamId = idOf('tea');

/** Members who hold rights together (N3). */
export type Team = {
  readonly organizationId: OrganizationId;
  readonly teamId: TeamId;
  readonly name: string;
  /** One of the colours of initials. */
  readonly tint: number;
  /** The right that it has on all products, also on those to come; it reaches no external. */
  readonly allProducts: ProductRight | undefined;
  readonly createdAt: Instant;
};

export const teamFields = {
  name: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .transform((name) => name.replaceAll(/\s+/g, ' ')),
  tint: z
    .int()
    .min(0)
    .max(tints - 1),
};

/** What is to be otherwise; null takes the right on all products away. */
export type TeamChange = {
  readonly name?: string | undefined;
  readonly tint?: number | undefined;
  readonly allProducts?: ProductRight | null | undefined;
};

/** The team as it will be, and what of it is otherwise than before. */
export function changesOf(
  before: Team,
  { name = before.name, tint = before.tint, allProducts }: TeamChange,
): { after: Team; changed: ('name' | 'tint' | 'allProducts')[] } {
  const all = allProducts === undefined ? before.allProducts : (allProducts ?? undefined);
  const after = { ...before, name, tint, allProducts: all };
  const changed = (['name', 'tint', 'allProducts'] as const).filter(
    (what) => before[what] !== after[what],
  );
  return { after, changed };
}
