import type { Texts } from '#kernel/texts.ts';
import type { pages as en } from './pages.en.ts';

export const pages = {
  mine: {
    title: 'Mensajes',
    subtitle: 'Cada correo que le enviamos. Si un correo no está aquí, no es nuestro.',
    empty: 'Todavía no le hemos escrito.',
  },
  mailbox: {
    title: 'Buzón de desarrollo',
    subtitle: 'Cada correo de esta demo. Ninguno ha salido de ella.',
    empty: 'Todavía no se ha escrito ningún correo.',
  },
  sms: {
    title: 'Mensajes de texto',
    empty: 'Todavía no se ha escrito ninguno.',
    said: 'Texto',
    wiped: 'Borrado al enviarse',
  },
  list: {
    subject: 'Asunto',
    code: 'Código',
    when: 'Enviado',
    status: 'Estado',
    search: 'Buscar por asunto o dirección',
  },
  shown: {
    facts: 'Datos',
    to: 'Para',
    'mailbox-only': 'Lo que dice está solo en su buzón',
    'mailbox-only-why':
      'Contiene un enlace que actúa sobre su cuenta, y quien llegara a ver esta página no debe encontrarlo. Un correo con este asunto y el código de abajo es nuestro.',
  },
  status: {
    queued: 'En espera',
    sending: 'Saliendo',
    sent: 'Enviado',
    kept: 'Guardado',
    failed: 'Fallido',
  },
} as const satisfies Texts<typeof en>;
