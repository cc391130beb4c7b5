import { defineLetter } from '#modules/messages/index.ts';

export const alreadyHaveAccount = defineLetter<{ signIn: string; recover: string }>(
  'identity.already-have-account',
  {
    en: ({ signIn, recover }) => ({
      subject: 'You already have an account',
      lines: [
        'Somebody, probably you, tried to open an account with this address. You have one already: sign in with it.',
      ],
      action: { label: 'Sign in', url: signIn },
      closing: [
        `If you forgot your password, set a new one: ${recover}`,
        'If it was not you, there is nothing to do. Nothing has changed.',
      ],
    }),
    es: ({ signIn, recover }) => ({
      subject: 'Ya tiene una cuenta',
      lines: [
        'Alguien, probablemente usted, ha intentado abrir una cuenta con esta dirección. Ya tiene una: inicie sesión con ella.',
      ],
      action: { label: 'Iniciar sesión', url: signIn },
      closing: [
        `Si ha olvidado su contraseña, cree una nueva: ${recover}`,
        'Si no ha sido usted, no tiene que hacer nada. No ha cambiado nada.',
      ],
    }),
  },
);
