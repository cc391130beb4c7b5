const en = {
  empty:
    'No account yet. On your computer, open Security and pair a phone; scan the code it shows.',
  compare: 'Compare these words with your computer, and finish there.',
  'not-finished': 'This phone will tell you here when somebody signs in. Finish on your computer.',
  removed: 'This phone was removed from the account. Protect it again from your computer.',
  stopped: 'This phone was stopped and proves nothing any more. Look under Security.',
  forget: 'Remove from this list',
  keyGone: 'The key of this account is gone: the browser tidied up its storage.',
  bindAgain:
    'Sign in with another method on your computer, remove this phone under Security, and pair it again.',
  code: 'Code without a network',
  offline: 'No network: use the code.',
  signIn: 'Somebody signs in',
  stepUp: 'Somebody confirms a change',
  // by the names of the routes that cannot be undone
  acts: {
    removeFactor: 'Somebody removes a sign-in method',
    nameSuccessor: 'Somebody hands an organization over',
    deleteOrganization: 'Somebody deletes an organization',
    beginRecoveryAddress: 'Somebody changes your recovery address',
    removeRecoveryAddress: 'Somebody removes your recovery address',
  },
  organization: 'In',
  from: 'From',
  known: 'Browser',
  knownYes: 'You used it before',
  knownNo: 'New to us',
  at: 'Asked',
  until: 'Ends',
  number: 'Number on the page',
  approve: 'Confirm',
  deny: 'Deny',
  report: 'Deny and report',
  wrong: 'That is not the number of the page. Tries left:',
  approved: 'Confirmed.',
  denied: 'Denied. Nobody got in.',
  reported:
    'Denied and reported. Nobody got in. Whoever asked knows your password: the next sign-in sets a new one.',
  over: 'This request is over.',
  failed:
    'The code was used, is too old, or this phone’s clock is wrong. Begin again on the computer.',
  noticesWhy: 'So that this phone tells you when it is asked, though the app is closed:',
  allow: 'Allow notices',
  noticesOff:
    'Notices are off for this page: the app asks while it is open. Allow them in the settings of the browser.',
  notWoken: 'This phone cannot be woken now: the app asks while it is open.',
  install: 'Add this page to the home screen: then this phone tells you when it is asked.',
  tapToAnswer: 'Tap to type the number, or to deny.',
  quiet: 'Nothing waits any more.',
  look: 'There is news. Open the app.',
  guide: 'How this works',
};

const es: typeof en = {
  empty:
    'Aún no hay ninguna cuenta. En el ordenador, abra Seguridad y vincule un teléfono; escanee el código que muestra.',
  compare: 'Compare estas palabras con el ordenador y termine allí.',
  'not-finished': 'Este teléfono le avisará aquí cuando alguien entre. Termine en el ordenador.',
  removed: 'Este teléfono se ha quitado de la cuenta. Vuelva a protegerla desde el ordenador.',
  stopped: 'Este teléfono está detenido y ya no prueba nada. Consulte Seguridad.',
  forget: 'Quitar de esta lista',
  keyGone: 'La clave de esta cuenta ya no está: el navegador ha limpiado su almacenamiento.',
  bindAgain:
    'Entre con otro método en el ordenador, quite este teléfono en Seguridad y vincúlelo de nuevo.',
  code: 'Código sin red',
  offline: 'Sin red: use el código.',
  signIn: 'Alguien quiere entrar',
  stepUp: 'Alguien confirma un cambio',
  acts: {
    removeFactor: 'Alguien quita un método de acceso',
    nameSuccessor: 'Alguien traspasa una organización',
    deleteOrganization: 'Alguien elimina una organización',
    beginRecoveryAddress: 'Alguien cambia su dirección de recuperación',
    removeRecoveryAddress: 'Alguien elimina su dirección de recuperación',
  },
  organization: 'En',
  from: 'Desde',
  known: 'Navegador',
  knownYes: 'Ya lo ha usado',
  knownNo: 'No lo conocemos',
  at: 'Petición',
  until: 'Caduca',
  number: 'Número de la página',
  approve: 'Confirmar',
  deny: 'Denegar',
  report: 'Denegar y avisar',
  wrong: 'No es el número de la página. Intentos restantes:',
  approved: 'Confirmado.',
  denied: 'Denegado. Nadie ha entrado.',
  reported:
    'Denegado y avisado. Nadie ha entrado. Quien preguntó conoce su contraseña: el próximo acceso crea una nueva.',
  over: 'Esta petición ha terminado.',
  failed:
    'El código ya se ha usado, ha caducado o este reloj no va bien. Empiece de nuevo en el ordenador.',
  noticesWhy:
    'Para que este teléfono le avise cuando se le pregunta, aunque la aplicación esté cerrada:',
  allow: 'Permitir avisos',
  noticesOff:
    'Los avisos están desactivados para esta página: la aplicación pregunta mientras está abierta. Permítalos en los ajustes del navegador.',
  notWoken:
    'Ahora no se puede despertar a este teléfono: la aplicación pregunta mientras está abierta.',
  install:
    'Añada esta página a la pantalla de inicio: así el teléfono le avisa cuando se le pregunta.',
  tapToAnswer: 'Toque para escribir el número o denegar.',
  quiet: 'Ya no espera nada.',
  look: 'Hay novedades. Abra la aplicación.',
  guide: 'Cómo funciona',
};

/** Of the phone; English where there is none of it. */
export const language = navigator.language.startsWith('es') ? 'es' : 'en';
export const text = { en, es }[language];
