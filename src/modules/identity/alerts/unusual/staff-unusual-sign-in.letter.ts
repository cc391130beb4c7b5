import { defineLetter } from '#modules/messages/index.ts';
import { factsOf, type SignInTold } from '../sign-in-told.ts';

/** The same news for the provider's people. */
export const staffUnusualSignIn = defineLetter<SignInTold>('identity.staff-unusual-sign-in', {
  en: (told, format) => ({
    subject: 'Unusual sign-in to your staff account',
    lines: [
      'Somebody signed in at the staff door with your account on a device you know, but not as usual.',
    ],
    facts: factsOf(told, format, 'en'),
    closing: [
      'If that was you, there is nothing to do: nothing was blocked.',
      'If it was not you, tell an administrator at once.',
    ],
  }),
  es: (told, format) => ({
    subject: 'Inicio de sesión inusual en su cuenta de personal',
    lines: [
      'Se ha iniciado sesión con su cuenta en la puerta del personal en un dispositivo que usted conoce, pero no como de costumbre.',
    ],
    facts: factsOf(told, format, 'es'),
    closing: [
      'Si ha sido usted, no tiene que hacer nada: no se ha bloqueado nada.',
      'Si no ha sido usted, avise de inmediato a un administrador.',
    ],
  }),
});
