import type { Texts } from '#kernel/texts.ts';
import type * as en from './members.en.ts';

export const memberRefusals = {
  'no-such-member': 'Esta persona ya no es miembro de la organización.',
  'last-representative':
    '{{name}} es el único responsable legal. Nombre antes a otro; no se ha cambiado nada.',
  'leave-instead':
    'No puede retirarse a sí mismo. Abandone la organización en Mi cuenta → Organizaciones.',
  'invitation-gone':
    'Esta invitación no se puede usar: ya se usó, se retiró, se rechazó o tiene más de siete días. Pida a quien le invitó que la envíe de nuevo.',
  'already-invited':
    '{{address}} ya tiene una invitación. Búsquela en «Invitaciones» y envíela de nuevo, o cancélela antes.',
  'too-many-invitations':
    'Como máximo pueden esperar {{most}} invitaciones a la vez. Cancele algunas que nadie responde e invite después.',
  'wrong-address': 'No es una dirección de correo. No se ha enviado nada.',
} satisfies Texts<typeof en.memberRefusals>;

export const memberActions = {
  'member-removed': '{{about}} dejó de ser miembro: se le retiró de la organización',
  'member-left': '{{about}} abandonó la organización',
  'member-role-changed':
    '{{about}} es $t(organizations:role.{{after}}) en lugar de $t(organizations:role.{{before}})',
  'billing-right-given': '{{about}} ve y paga facturas desde ahora',
  'billing-right-taken': '{{about}} ya no ve las facturas',
  'factor-reminder-sent': 'Se pidió a {{about}} que añada un segundo factor',
  'member-invited': 'Se invitó a {{address}} como $t(organizations:role.{{role}})',
  'invitation-resent': 'La invitación de {{address}} se envió de nuevo',
  'invitation-cancelled': 'La invitación de {{address}} se canceló',
  'invitation-declined': '{{address}} rechazó la invitación',
  'invitation-accepted':
    '{{about}} aceptó la invitación y es miembro, como $t(organizations:role.{{role}})',
} satisfies Texts<typeof en.memberActions>;
