import { z } from 'zod';
import { defineRefusal } from '#kernel/refusal.ts';

/** A link that was used, is too old, was meant for something else, or never existed. */
export const linkDead = defineRefusal<Record<string, never>>('identity.link-dead', 'not-found');

/** The secret part of a mailed link. It travels in bodies, never in addresses (SE-14). */
export const linkToken = z.string().max(80);
