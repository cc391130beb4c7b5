import type { Actor } from '#kernel/actor.ts';

/** How the bank's rows name who did something: what a colleague reads. */
export function staffName(actor: Actor): string {
  switch (actor.kind) {
    case 'staff':
    case 'user':
      return actor.name;
    case 'system':
      return 'Atrio';
    case 'nobody':
      return 'nobody';
  }
}
