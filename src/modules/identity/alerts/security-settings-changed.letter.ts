import { defineLetter } from '#modules/messages/index.ts';

type Facts = { signIns: boolean; failures: boolean; lockAfter: number; link: string };

export const securitySettingsChanged = defineLetter<Facts>('identity.security-settings-changed', {
  en: ({ signIns, failures, lockAfter, link }) => ({
    subject: 'Your security settings were changed',
    lines: ['From now on this holds for your account:'],
    facts: [
      ['Mail about every sign-in', signIns ? 'on' : 'off'],
      ['Mail about failed sign-ins', failures ? 'on' : 'off'],
      ['Unknown browsers are locked out after', `${lockAfter} wrong tries in a row`],
    ],
    action: { label: 'See my settings', url: link },
    closing: [
      'Sign-ins on new devices are always told.',
      'If you did not change this, end all other sessions under My account, Account access, and change your password.',
    ],
  }),
  es: ({ signIns, failures, lockAfter, link }) => ({
    subject: 'Se han cambiado sus ajustes de seguridad',
    lines: ['A partir de ahora rige lo siguiente para su cuenta:'],
    facts: [
      ['Correo en cada inicio de sesión', signIns ? 'sí' : 'no'],
      ['Correo en los intentos fallidos', failures ? 'sí' : 'no'],
      ['Se bloquean los navegadores desconocidos tras', `${lockAfter} intentos fallidos seguidos`],
    ],
    action: { label: 'Ver mis ajustes', url: link },
    closing: [
      'Los inicios de sesión en dispositivos nuevos se avisan siempre.',
      'Si no lo ha cambiado usted, cierre todas las demás sesiones en Mi cuenta, Accesos a la cuenta, y cambie su contraseña.',
    ],
  }),
});
