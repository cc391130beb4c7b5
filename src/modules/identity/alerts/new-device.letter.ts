import { defineLetter } from '#modules/messages/index.ts';
import { factsOf, type SignInTold } from './sign-in-told.ts';

/** Told in any case (D5): a browser signed in that was not known. */
export const newDevice = defineLetter<SignInTold & { notMe: string }>('identity.new-device', {
  en: (told, format) => ({
    subject: 'New sign-in to your account',
    lines: ['Somebody signed in to your account, on a device we did not know.'],
    facts: factsOf(told, format, 'en'),
    action: { label: 'This was not me', url: told.notMe },
    closing: [
      'If that was you, there is nothing to do.',
      'If it was not you, follow the link. It ends that session, and nobody gets in with the present password any more. It works for 7 days, without signing in.',
    ],
  }),
  es: (told, format) => ({
    subject: 'Nuevo inicio de sesión en su cuenta',
    lines: ['Se ha iniciado sesión en su cuenta desde un dispositivo que no conocíamos.'],
    facts: factsOf(told, format, 'es'),
    action: { label: 'No he sido yo', url: told.notMe },
    closing: [
      'Si ha sido usted, no tiene que hacer nada.',
      'Si no ha sido usted, siga el enlace: cierra esa sesión y nadie puede volver a entrar con la contraseña actual. Funciona durante 7 días, sin iniciar sesión.',
    ],
  }),
});
