import type { Instant } from '#kernel/calendar.ts';
import { defineLetter } from '#modules/messages/index.ts';
import type { FactorType } from './factor.rules.ts';

export type FactorNews = {
  readonly happened:
    | 'added'
    | 'renamed'
    | 'removed'
    | 'removed-last'
    | 'suspended'
    | 'lost'
    | 'found'
    | 'kept'
    | 'demanded'
    | 'code-replayed'
    | 'code-used'
    | 'few-codes'
    | 'new-codes'
    | 'wrong-codes'
    | 'reported'
    | 'screen-lock';
  readonly type: FactorType;
  readonly label: string;
  readonly at: Instant;
  readonly link: string;
};

/** What happened to the second factors of an account (SU-04). */
export const factorChanged = defineLetter<FactorNews>('identity.factor-changed', {
  en: ({ happened, type, label, at, link }, format) => ({
    subject: en.subjects[happened],
    lines: [en.said[happened]],
    facts: [
      ['What', label === '' ? en.types[type] : `${en.types[type]}: ${label}`],
      ['When', format.instant(at)],
    ],
    action: { label: 'Set a new password', url: link },
    closing: [
      'If that was you, there is nothing to do.',
      'If it was not you, somebody may be in your account: set a new password now. That ends every session.',
    ],
  }),
  es: ({ happened, type, label, at, link }, format) => ({
    subject: es.subjects[happened],
    lines: [es.said[happened]],
    facts: [
      ['Qué', label === '' ? es.types[type] : `${es.types[type]}: ${label}`],
      ['Cuándo', format.instant(at)],
    ],
    action: { label: 'Crear una contraseña nueva', url: link },
    closing: [
      'Si ha sido usted, no tiene que hacer nada.',
      'Si no ha sido usted, alguien puede haber entrado en su cuenta: cree ahora una contraseña nueva. Así se cierran todas las sesiones.',
    ],
  }),
});

type Words = {
  readonly types: Record<FactorType, string>;
  readonly subjects: Record<FactorNews['happened'], string>;
  readonly said: Record<FactorNews['happened'], string>;
};

const en: Words = {
  types: {
    totp: 'Code app',
    sms: 'Codes by text message',
    push: 'Atrio Authenticator',
    passkey: 'Passkey or security key',
    emergency: 'Emergency codes',
  },
  subjects: {
    added: 'A sign-in method was added to your account',
    renamed: 'A sign-in method of your account has a new name',
    removed: 'A sign-in method was removed from your account',
    'removed-last': 'Your account is no longer protected by a second factor',
    suspended: 'We stopped one of your passkeys',
    lost: 'A sign-in method was reported as lost',
    found: 'A sign-in method that was lost works again',
    kept: 'Your second factor is kept: its removal was called off',
    demanded: 'Your second factor is kept: an organization asks for one',
    'code-replayed': 'A code of your app was used a second time',
    'code-used': 'An emergency code was used to sign in',
    'few-codes': 'Few emergency codes are left',
    'new-codes': 'You have new emergency codes',
    'wrong-codes': 'Somebody knows your password',
    reported: 'You reported a sign-in that was not yours',
    'screen-lock': 'Your phone asks for its screen lock before it approves',
  },
  said: {
    added: 'From now on it can be used to sign in, after your password or in place of it.',
    renamed: 'It works as before.',
    removed: 'It cannot be used to sign in any more. Your other methods work as before.',
    'removed-last':
      'It was the last one: from now on the password is enough to sign in. We recommend protecting the account again.',
    suspended:
      'It counted its uses in a way that only a copy would. It proves nothing any more: remove it and add a new one.',
    lost: 'It proves nothing any more, and your other devices were signed out. Under Security you can add another method, bring this one back if you find it, or remove it.',
    found: 'It was brought back under Security and can be used to sign in, as before.',
    kept: 'It works as before.',
    demanded:
      'Its removal was asked for a day ago. Meanwhile one of your organizations asks for a second factor, and this is your last one. Add another first, or ask its administrator.',
    'code-replayed':
      'Somebody entered your right password and a code that had let somebody in already. Nobody got in with it this time. If you did not type it twice yourself, somebody saw the code as you typed it, on a page that was not ours.',
    'code-used':
      'Your password and one of your emergency codes were used. For 24 hours that session can add a new method, and can change nothing else that protects your account.',
    'few-codes': 'An emergency code was used, and few are left. Make a new set under Security.',
    'new-codes': 'The codes of the set before do not work any more.',
    'wrong-codes':
      'Somebody entered your right password, and then wrong codes. Nobody got in. If it was not you, change your password.',
    reported:
      'Somebody entered your right password and asked your phone. Nobody got in. That password opens nothing any more: your next sign-in sets a new one. For an hour no browser that is new to us asks your phone.',
    'screen-lock':
      'From now on Atrio Authenticator on it asks for finger, face or PIN before each approval. To go back, remove the phone under Security and pair it again.',
  },
};

const es: Words = {
  types: {
    totp: 'Aplicación de códigos',
    sms: 'Códigos por mensaje de texto',
    push: 'Atrio Authenticator',
    passkey: 'Llave de acceso o de seguridad',
    emergency: 'Códigos de emergencia',
  },
  subjects: {
    added: 'Se ha añadido un método de acceso a su cuenta',
    renamed: 'Un método de acceso de su cuenta tiene otro nombre',
    removed: 'Se ha quitado un método de acceso de su cuenta',
    'removed-last': 'Su cuenta ya no está protegida por un segundo factor',
    suspended: 'Hemos detenido una de sus llaves de acceso',
    lost: 'Se ha comunicado la pérdida de un método de acceso',
    found: 'Un método de acceso perdido vuelve a funcionar',
    kept: 'Conserva su segundo factor: ya no se quitará',
    demanded: 'Conserva su segundo factor: una organización exige uno',
    'code-replayed': 'Un código de su aplicación se ha usado por segunda vez',
    'code-used': 'Se ha usado un código de emergencia para entrar',
    'few-codes': 'Quedan pocos códigos de emergencia',
    'new-codes': 'Tiene nuevos códigos de emergencia',
    'wrong-codes': 'Alguien conoce su contraseña',
    reported: 'Ha denunciado un acceso que no era suyo',
    'screen-lock': 'Su teléfono pide el bloqueo de pantalla antes de aprobar',
  },
  said: {
    added: 'Desde ahora sirve para entrar, después de la contraseña o en su lugar.',
    renamed: 'Funciona como antes.',
    removed: 'Ya no sirve para entrar. Sus demás métodos funcionan como antes.',
    'removed-last':
      'Era el último: desde ahora basta la contraseña para entrar. Le recomendamos volver a proteger la cuenta.',
    suspended:
      'Contó sus usos como solo lo haría una copia. Ya no prueba nada: quítela y añada una nueva.',
    lost: 'Ya no prueba nada, y se han cerrado las sesiones de sus demás dispositivos. En Seguridad puede añadir otro método, recuperar este si lo encuentra o quitarlo.',
    found: 'Se ha recuperado en Seguridad y vuelve a servir para entrar.',
    kept: 'Funciona como antes.',
    demanded:
      'Hace un día se pidió quitarlo. Entretanto una de sus organizaciones exige un segundo factor y este es el último que tiene. Añada antes otro o consulte a su administrador.',
    'code-replayed':
      'Alguien ha escrito su contraseña correcta y un código que ya había servido para entrar. Esta vez no ha servido. Si no lo ha escrito usted dos veces, alguien vio el código mientras lo escribía, en una página que no era nuestra.',
    'code-used':
      'Se han usado su contraseña y uno de sus códigos de emergencia. Durante 24 horas esa sesión puede añadir un método nuevo y no puede cambiar nada más de lo que protege su cuenta.',
    'few-codes':
      'Se ha usado un código de emergencia y quedan pocos. Cree una serie nueva en Seguridad.',
    'new-codes': 'Los códigos de la serie anterior ya no sirven.',
    'wrong-codes':
      'Alguien ha escrito su contraseña correcta y después códigos incorrectos. Nadie ha entrado. Si no ha sido usted, cambie su contraseña.',
    reported:
      'Alguien escribió su contraseña correcta y preguntó a su teléfono. Nadie ha entrado. Esa contraseña ya no abre nada: en su próximo acceso creará una nueva. Durante una hora ningún navegador que no conozcamos preguntará a su teléfono.',
    'screen-lock':
      'Desde ahora Atrio Authenticator pide en él huella, cara o PIN antes de cada aprobación. Para volver atrás, quite el teléfono en Seguridad y vincúlelo de nuevo.',
  },
};

/** What the kinds are called in letters. */
export const factorNames = { en: en.types, es: es.types } as const;
