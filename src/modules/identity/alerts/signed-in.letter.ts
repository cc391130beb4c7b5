import { defineLetter } from '#modules/messages/index.ts';
import { factsOf, type SignInTold } from './sign-in-told.ts';

/** For those who want to hear of every sign-in (R89). */
export const signedIn = defineLetter<SignInTold & { notMe: string }>('identity.signed-in', {
  en: (told, format) => ({
    subject: 'You signed in to your account',
    lines: ['You asked us to tell you about every sign-in. This one was on a device you know.'],
    facts: factsOf(told, format, 'en'),
    action: { label: 'This was not me', url: told.notMe },
    closing: [
      'If it was not you, follow the link. It ends that session, and nobody gets in with the present password any more. It works for 7 days, without signing in.',
      'You choose what we tell you under My account, Security, Settings.',
    ],
  }),
  es: (told, format) => ({
    subject: 'Ha iniciado sesión en su cuenta',
    lines: [
      'Nos ha pedido que le avisemos de cada inicio de sesión. Este ha sido en un dispositivo que usted conoce.',
    ],
    facts: factsOf(told, format, 'es'),
    action: { label: 'No he sido yo', url: told.notMe },
    closing: [
      'Si no ha sido usted, siga el enlace: cierra esa sesión y nadie puede volver a entrar con la contraseña actual. Funciona durante 7 días, sin iniciar sesión.',
      'Elija de qué le avisamos en Mi cuenta, Seguridad, Ajustes.',
    ],
  }),
});
