import { defineLetter } from '#modules/messages/index.ts';

type Facts = { code: string; minutes: number; brand: string };

/** To an address that nobody has proven: it names no account and no person. */
export const recoveryCode = defineLetter<Facts>('identity.recovery-code', {
  en: ({ code, minutes, brand }) => ({
    subject: 'The code for your recovery address',
    lines: [
      `Somebody, probably you, wants this to be the recovery address of an account at ${brand}. Type this code there to confirm it.`,
    ],
    facts: [['Code', code]],
    closing: [
      `It works once, for ${minutes} minutes. Nobody of ours asks you for it.`,
      'If it was not you, do nothing: without the code nothing happens.',
    ],
  }),
  es: ({ code, minutes, brand }) => ({
    subject: 'El código para su dirección de recuperación',
    lines: [
      `Alguien, probablemente usted, quiere que esta sea la dirección de recuperación de una cuenta en ${brand}. Escriba allí este código para confirmarla.`,
    ],
    facts: [['Código', code]],
    closing: [
      `Funciona una sola vez, durante ${minutes} minutos. Nadie de nuestra casa se lo pedirá.`,
      'Si no ha sido usted, no haga nada: sin el código no ocurre nada.',
    ],
  }),
});
