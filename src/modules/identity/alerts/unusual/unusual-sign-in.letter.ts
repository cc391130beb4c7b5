import { defineLetter } from '#modules/messages/index.ts';
import { factsOf, type SignInTold } from '../sign-in-told.ts';

/** On a device that is known, and told in any case: something about it was unusual. */
export const unusualSignIn = defineLetter<SignInTold & { notMe: string }>(
  'identity.unusual-sign-in',
  {
    en: (told, format) => ({
      subject: 'Unusual sign-in to your account',
      lines: ['Somebody signed in to your account on a device you know, but not as usual.'],
      facts: factsOf(told, format, 'en'),
      action: { label: 'This was not me', url: told.notMe },
      closing: [
        'If that was you, there is nothing to do: nothing was blocked.',
        'If it was not you, follow the link. It ends that session, and nobody gets in with the present password any more. It works for 7 days, without signing in.',
      ],
    }),
    es: (told, format) => ({
      subject: 'Inicio de sesión inusual en su cuenta',
      lines: [
        'Se ha iniciado sesión en su cuenta en un dispositivo que usted conoce, pero no como de costumbre.',
      ],
      facts: factsOf(told, format, 'es'),
      action: { label: 'No he sido yo', url: told.notMe },
      closing: [
        'Si ha sido usted, no tiene que hacer nada: no se ha bloqueado nada.',
        'Si no ha sido usted, siga el enlace: cierra esa sesión y nadie puede volver a entrar con la contraseña actual. Funciona durante 7 días, sin iniciar sesión.',
      ],
    }),
  },
);
