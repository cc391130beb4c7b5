import type { Texts } from '#kernel/texts.ts';
import type * as en from './rights.en.ts';

export const rightsRefusals = {
  'management-blocked':
    'La gestión de este producto está reservada por ahora a los administradores: «{{reason}}». No se ha cambiado nada.',
  'products-not-there':
    'Algunos de estos productos terminaron o ya no están en la organización. No se ha cambiado nada: elija de nuevo.',
  'no-such-team': 'Este equipo no existe, o no le corresponde verlo.',
  'team-name-taken': 'Ya hay un equipo llamado {{name}}. Elija otro nombre.',
  'not-in-team': 'Esta persona ya no está en el equipo.',
} satisfies Texts<typeof en.rightsRefusals>;

export const rightsActions = {
  'products-granted-to-see': '{{about}} puede ver {{names}}',
  'products-granted-to-manage': '{{about}} puede gestionar {{names}}',
  'products-withdrawn': '{{about}} ya no tiene concedido {{names}}',
  'team-created': 'Equipo {{label}} creado',
  'team-renamed': 'El equipo {{before}} se llama ahora {{label}}',
  'team-coloured': 'El equipo {{label}} tiene otro color',
  'team-all-see': 'El equipo {{label}} puede ver todos los productos, también los futuros',
  'team-all-manage': 'El equipo {{label}} puede gestionar todos los productos, también los futuros',
  'team-all-none': 'El equipo {{label}} ya no tiene permiso sobre todos los productos',
  'team-deleted': 'Equipo {{label}} eliminado',
  'team-member-added': '{{about}} entró en el equipo {{team}}',
  'team-member-removed': '{{about}} ya no está en el equipo {{team}}',
  'team-leader-named': '{{about}} dirige el equipo {{team}}',
  'team-without-leader': 'Ya nadie dirige el equipo {{label}}',
  'management-blocked': 'La gestión de {{label}} se reservó a los administradores: «{{reason}}»',
  'management-unblocked': 'La gestión de {{label}} vuelve a estar abierta a quienes la tienen',
} satisfies Texts<typeof en.rightsActions>;
