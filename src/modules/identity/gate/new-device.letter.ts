import type { Instant } from '#kernel/calendar.ts';
import { defineLetter } from '#modules/messages/index.ts';

export const newDevice = defineLetter<{ device: string; at: Instant; link: string }>(
  'identity.new-device',
  {
    en: ({ device, at, link }, format) => ({
      subject: 'New sign-in to your account',
      lines: [
        'Somebody signed in to your account with your password, on a device we did not know.',
      ],
      facts: [
        ['Device', device],
        ['When', format.instant(at)],
      ],
      action: { label: 'See my devices', url: link },
      closing: [
        'If that was you, there is nothing to do.',
        'If it was not you, end that device’s session and change your password now.',
      ],
    }),
    es: ({ device, at, link }, format) => ({
      subject: 'Nuevo inicio de sesión en su cuenta',
      lines: [
        'Se ha iniciado sesión en su cuenta con su contraseña desde un dispositivo que no conocíamos.',
      ],
      facts: [
        ['Dispositivo', device],
        ['Cuándo', format.instant(at)],
      ],
      action: { label: 'Ver mis dispositivos', url: link },
      closing: [
        'Si ha sido usted, no tiene que hacer nada.',
        'Si no ha sido usted, cierre la sesión de ese dispositivo y cambie su contraseña ahora.',
      ],
    }),
  },
);
