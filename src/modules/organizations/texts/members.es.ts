import type { Texts } from '#kernel/texts.ts';
import type * as en from './members.en.ts';

export const memberRefusals = {
  'no-such-member': 'Esta persona ya no es miembro de la organización.',
  'last-representative':
    '{{name}} es el único responsable legal. Nombre antes a otro; no se ha cambiado nada.',
} satisfies Texts<typeof en.memberRefusals>;

export const memberActions = {
  'member-removed': '{{about}} dejó de ser miembro: se le retiró de la organización',
  'member-left': '{{about}} abandonó la organización',
} satisfies Texts<typeof en.memberActions>;
