import type { Instant } from '#kernel/calendar.ts';
import { defineLetter, type Format } from '#modules/messages/index.ts';

/** What a mail says about a failed try. */
export type FailureTold = {
  readonly device: string;
  readonly place: string | undefined;
  readonly at: Instant;
  readonly link: string;
};

const labels = {
  en: { device: 'Device', place: 'Place (approximate)', at: 'When' },
  es: { device: 'Dispositivo', place: 'Lugar (aproximado)', at: 'Cuándo' },
} as const;

export function failureFacts(
  { device, place, at }: FailureTold,
  format: Format,
  language: 'en' | 'es',
): (readonly [string, string])[] {
  const label = labels[language];
  return [
    [label.device, device],
    ...(place === undefined ? [] : [[label.place, place] as const]),
    [label.at, format.instant(at)],
  ];
}

export const failedSignIn = defineLetter<FailureTold>('identity.failed-sign-in', {
  en: (told, format) => ({
    subject: 'A sign-in to your account failed',
    lines: ['Somebody tried to sign in to your account with a wrong password. Nobody got in.'],
    facts: failureFacts(told, format, 'en'),
    action: { label: 'See my security', url: told.link },
    closing: [
      'If it was you, there is nothing to do. If not, a second factor protects you best.',
      'We write about this once an hour at most. You can switch it off under My account, Security, Settings.',
    ],
  }),
  es: (told, format) => ({
    subject: 'Un inicio de sesión en su cuenta ha fallado',
    lines: [
      'Alguien ha intentado iniciar sesión en su cuenta con una contraseña incorrecta. No ha entrado nadie.',
    ],
    facts: failureFacts(told, format, 'es'),
    action: { label: 'Ver mi seguridad', url: told.link },
    closing: [
      'Si ha sido usted, no tiene que hacer nada. Si no, lo que mejor le protege es un segundo factor.',
      'Le escribimos sobre esto una vez por hora como máximo. Puede desactivarlo en Mi cuenta, Seguridad, Ajustes.',
    ],
  }),
});
