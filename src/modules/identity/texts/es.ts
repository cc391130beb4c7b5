import { authenticator, pushActions, pushRefusals } from './authenticator.es.ts';
import { factorActions, factorRefusals } from './factors.es.ts';
import { accessActions, accessPages, accessRefusals } from './access.es.ts';
import { leavingActions, leavingPages, leavingRefusals } from './leaving.es.ts';
import { recoveryActions, recoveryPages, recoveryRefusals } from './recovery-address.es.ts';
import { screenLockActions, screenLockPages, screenLockRefusals } from './screen-lock.es.ts';
import { riskActions, riskPages, riskRefusals } from './risk.es.ts';
import { smsActions, smsPages, smsRefusals } from './sms.es.ts';
import {
  staffPasskeyActions,
  staffPasskeyPages,
  staffPasskeyRefusals,
} from './staff-passkeys.es.ts';
import { textTrafficActions, textTrafficPages, textTrafficRefusals } from './text-traffic.es.ts';
import { twoFactor } from './two-factor.es.ts';
import { pages } from './pages.es.ts';
import type { Texts } from '#kernel/texts.ts';
import type { en } from './en.ts';

export const es = {
  ...pages,
  ...accessPages,
  ...leavingPages,
  ...smsPages,
  ...staffPasskeyPages,
  ...textTrafficPages,
  ...recoveryPages,
  ...riskPages,
  ...screenLockPages,
  ...twoFactor,
  authenticator,
  refusal: {
    ...factorRefusals,
    ...accessRefusals,
    ...leavingRefusals,
    ...recoveryRefusals,
    ...riskRefusals,
    ...smsRefusals,
    ...staffPasskeyRefusals,
    ...textTrafficRefusals,
    ...pushRefusals,
    ...screenLockRefusals,
    'sign-in-refused':
      'La dirección y la contraseña no coinciden, o la cuenta no se puede usar ahora desde aquí. Tras varios intentos hacemos una pausa y escribimos al titular de la cuenta.',
    'link-dead': 'Este enlace ya se ha usado, ha caducado o no está completo. Solicite uno nuevo.',
    'password-short': 'Use al menos {{minimum}} caracteres. Una frase es fácil de recordar.',
    'password-long': 'Use como máximo {{maximum}} caracteres.',
    'password-listed':
      'Esta contraseña está en las listas que los atacantes prueban primero. Elija otra; sirven unas cuantas palabras que nadie espere juntas.',
    'password-simple':
      'Esta contraseña solo se repite o sigue el teclado. Elija una más difícil de adivinar.',
    'password-personal':
      'Esta contraseña es poco más que su nombre, su dirección o los nuestros. Elija algo que nadie buscaría.',
    'password-wrong': 'Esa no es su contraseña actual.',
    'tries-paused':
      'Demasiados intentos fallidos. Espere {{retryAfterSeconds}} segundos antes del siguiente.',
    'hashing-busy':
      'En este momento hay demasiadas personas iniciando sesión. Inténtelo de nuevo en unos segundos.',
    'step-up-needed': 'No se ha cambiado nada: hace falta que confirme que es usted.',
    'session-unknown': 'Este dispositivo ya no tiene la sesión iniciada.',
    'no-mailbox':
      'Aquí solo se muestra correo en una demostración, en el navegador en el que se registró.',
    'address-taken': 'Esta dirección ya tiene una cuenta.',
  },
  action: {
    ...factorActions,
    ...accessActions,
    ...leavingActions,
    ...recoveryActions,
    ...riskActions,
    ...smsActions,
    ...staffPasskeyActions,
    ...textTrafficActions,
    ...pushActions,
    ...screenLockActions,
    'account-opened': 'Cuenta abierta',
    'signed-in': 'Inicio de sesión',
    'sign-in-failed': 'Contraseña incorrecta',
    'account-locked': 'Navegadores desconocidos bloqueados tras demasiados intentos fallidos',
    'signed-out': 'Cierre de sesión',
    'stepped-up': 'Confirmación con la contraseña',
    'session-ended': 'Sesión de un dispositivo cerrada',
    'session-limit': 'Sesión cerrada en el dispositivo más antiguo: había demasiados a la vez',
    'password-changed': 'Contraseña cambiada',
    'password-reset': 'Contraseña nueva creada con un enlace recibido por correo',
    'reset-requested': 'Enlace para una contraseña nueva solicitado',
    'profile-changed': 'Perfil modificado',
    'staff-created': 'Miembro del personal creado',
  },
} as const satisfies Texts<typeof en>;
