import { defineLetter } from '#modules/messages/index.ts';
import { factsOf, type SignInTold } from './sign-in-told.ts';

/** The same news for the provider's people; their sessions are short and end by themselves. */
export const staffNewDevice = defineLetter<SignInTold>('identity.staff-new-device', {
  en: (told, format) => ({
    subject: 'New sign-in to your staff account',
    lines: ['Somebody signed in at the staff door with your account, on a device we did not know.'],
    facts: factsOf(told, format, 'en'),
    closing: [
      'If that was you, there is nothing to do.',
      'If it was not you, tell an administrator at once.',
    ],
  }),
  es: (told, format) => ({
    subject: 'Nuevo inicio de sesión en su cuenta de personal',
    lines: [
      'Se ha iniciado sesión con su cuenta en la puerta del personal desde un dispositivo que no conocíamos.',
    ],
    facts: factsOf(told, format, 'es'),
    closing: [
      'Si ha sido usted, no tiene que hacer nada.',
      'Si no ha sido usted, avise de inmediato a un administrador.',
    ],
  }),
});
