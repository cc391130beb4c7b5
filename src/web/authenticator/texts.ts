const en = {
  empty:
    'No account yet. On your computer, open Security and pair a phone; scan the code it shows.',
  compare: 'Compare these words with your computer, and finish there.',
  removed: 'This phone was removed from the account. Protect it again from your computer.',
  forget: 'Remove from this list',
  code: 'Code without a network',
  offline: 'No network: use the code.',
  signIn: 'Somebody signs in',
  stepUp: 'Somebody confirms a change',
  number: 'Number on the page',
  approve: 'Confirm',
  deny: 'Deny',
  report: 'Deny and report',
  wrong: 'That is not the number of the page. Tries left:',
  approved: 'Confirmed.',
  denied: 'Denied. Nobody got in.',
  reported: 'Denied and reported. Change your password.',
  over: 'This request is over.',
  failed:
    'The code was used, is too old, or this phone’s clock is wrong. Begin again on the computer.',
};

const es: typeof en = {
  empty:
    'Aún no hay ninguna cuenta. En el ordenador, abra Seguridad y vincule un teléfono; escanee el código que muestra.',
  compare: 'Compare estas palabras con el ordenador y termine allí.',
  removed: 'Este teléfono se ha quitado de la cuenta. Vuelva a protegerla desde el ordenador.',
  forget: 'Quitar de esta lista',
  code: 'Código sin red',
  offline: 'Sin red: use el código.',
  signIn: 'Alguien quiere entrar',
  stepUp: 'Alguien confirma un cambio',
  number: 'Número de la página',
  approve: 'Confirmar',
  deny: 'Denegar',
  report: 'Denegar y avisar',
  wrong: 'No es el número de la página. Intentos restantes:',
  approved: 'Confirmado.',
  denied: 'Denegado. Nadie ha entrado.',
  reported: 'Denegado y avisado. Cambie su contraseña.',
  over: 'Esta petición ha terminado.',
  failed:
    'El código ya se ha usado, ha caducado o este reloj no va bien. Empiece de nuevo en el ordenador.',
};

/** In the language of the phone. */
export const text = navigator.language.startsWith('es') ? es : en;
