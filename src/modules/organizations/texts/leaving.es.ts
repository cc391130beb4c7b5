import type { Texts } from '#kernel/texts.ts';
import type * as en from './leaving.en.ts';

export const leaving = {
  leave: 'Abandonar {{name}}',
  first: 'No puede abandonarla: {{reason}}',
  also: 'Además, {{reason}}',
  'last-member': 'usted es su único miembro.',
  'way-last-member': 'Eliminar la organización',
  'last-representative': 'usted es su único responsable legal.',
  'way-last-representative': 'Nombrar a otro',
  suite: 'usted tiene una plaza en {{product}}.',
  'ask-suite': 'usted tiene una plaza en {{product}}. Pida a quien la administra que la libere.',
  'way-suite': 'Liberar la plaza',
  'mail-address': 'la dirección con la que inicia sesión está en {{product}}.',
  'ask-mail-address':
    'la dirección con la que inicia sesión está en {{product}}. Pida a quien la administra que la quite, o inicie sesión con otra.',
  'way-mail-address': 'Quitar la dirección',
  sure: '¿Abandonar {{name}}?',
  'lost-access': 'Ya no podrá actuar en ella y desaparecerá de su lista.',
  'lost-rights': 'Perderá allí su función, sus equipos y los productos que se le concedieron.',
  'lost-way-back': 'Para volver necesitará una invitación.',
  'kept-account': 'Su cuenta y sus demás organizaciones siguen como están.',
  'kept-work': 'Sus productos y facturas, y lo que usted hizo en ella, se conservan allí.',
  confirm: 'Abandonar la organización',
  done: 'Ha abandonado {{name}}',
} satisfies Texts<typeof en.leaving>;

export const leavingRefusals = {
  'cannot-leave':
    'Aún no puede abandonarla: la lista de sus organizaciones dice qué se lo impide. No se ha cambiado nada.',
} satisfies Texts<typeof en.leavingRefusals>;

export const leavingActions = {
  'organization-left': 'Abandonó {{about}}',
} satisfies Texts<typeof en.leavingActions>;
