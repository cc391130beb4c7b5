import type { Texts } from '#kernel/texts.ts';
import type * as english from './access.en.ts';

export const accessRefusals = {
  'attempt-over':
    'Este inicio de sesión ha tardado demasiado o ya se ha usado. No se ha cambiado nada: vuelva a entrar.',
  'user-unknown': 'Esa persona no existe. No se ha cerrado nada.',
} satisfies Texts<typeof english.accessRefusals>;

export const accessActions = {
  'security-settings-changed': 'Ajustes de seguridad cambiados',
  'session-disowned': 'Un inicio de sesión se ha declarado ajeno; sesiones cerradas: {{ended}}',
  'password-replaced': 'Contraseña sustituida al entrar',
  'work-wanted':
    '{{failed}} inicios de sesión fallaron en {{minutes}} minutos: los navegadores desconocidos trabajan antes de cada intento',
  'spraying-seen': 'Una red falló en {{addresses}} direcciones en una hora',
  'unlock-requested': 'Solicitado un enlace para dejar entrar a un navegador',
  'browser-let-in': 'Navegador admitido con un enlace recibido por correo',
  'account-unlocked': 'Desbloqueada por un administrador: {{reason}}',
  'sessions-ended-by-staff': 'El proveedor ha cerrado todas las sesiones: {{reason}}',
} satisfies Texts<typeof english.accessActions>;

export const accessPages = {
  method: {
    password: 'Contraseña',
    'mailed-link': 'Enlace por correo',
    totp: 'Aplicación de códigos',
    push: 'Atrio Authenticator',
    sms: 'Mensaje de texto',
    passkey: 'Llave de acceso',
    'security-key': 'Llave de seguridad',
    emergency: 'Código de emergencia',
  },
  settings: {
    title: 'Ajustes de seguridad',
    subtitle: 'De qué le escribimos y cuándo se detiene a los extraños.',
    alerts: 'Avisos por correo',
    'sign-ins': 'Cada inicio de sesión correcto',
    'sign-ins-hint': 'Los inicios de sesión en un dispositivo nuevo se avisan siempre.',
    failures: 'Inicios de sesión fallidos',
    'failures-hint':
      'Un correo por hora como máximo. Un segundo paso incorrecto tras la contraseña correcta se avisa siempre.',
    lock: 'Bloqueo',
    'lock-text':
      'Tras este número de contraseñas incorrectas seguidas, los navegadores que no conocemos quedan bloqueados un día. Ningún extraño puede bloquear un navegador en el que usted ya ha entrado.',
    'lock-after': 'Contraseñas incorrectas',
    'lock-hint': 'De {{least}} a {{most}}.',
    'lock-wrong': 'Escriba un número entero de {{least}} a {{most}}.',
    save: 'Guardar ajustes',
    saved: 'Ajustes guardados',
    back: 'Seguridad',
  },
  'not-me': {
    title: '¿Este inicio de sesión no era suyo?',
    subtitle: 'Entonces protegemos su cuenta ahora. Por esta página no entra nadie, tampoco usted.',
    ends: 'Se cierra la sesión de la que le avisó nuestro correo, y todas las posteriores.',
    password: 'Su contraseña actual ya no deja entrar a nadie. Usted elige otra.',
    kept: 'No se elimina nada suyo.',
    submit: 'Proteger mi cuenta',
    stay: 'He sido yo: no cambiar nada',
    done: 'Su cuenta está protegida',
    'done-text':
      'Las sesiones están cerradas. Ahora elija una contraseña nueva; enviamos el enlace a su buzón.',
    next: 'Elegir una contraseña nueva',
    dead: 'No se ha cambiado nada',
    'dead-text':
      'Crear una contraseña nueva también cierra todas las sesiones, y nadie entra con la anterior.',
  },
  unlock: {
    title: 'Desbloquee su cuenta',
    subtitle:
      'Tras muchas contraseñas incorrectas, los navegadores que no conocemos quedan bloqueados. Le enviamos un enlace que deja entrar a este.',
    submit: 'Enviar el enlace',
    sent: 'Si {{address}} tiene una cuenta y está bloqueada, el enlace está en camino. Sirve una vez, durante 30 minutos.',
    administrator: 'Un administrador de su organización también puede terminar el bloqueo.',
    'let-in-title': 'Dejar entrar a este navegador',
    'let-in-subtitle': 'Después seguirá necesitando su contraseña y su segundo factor.',
    'let-in': 'Dejar entrar a este navegador',
    done: 'Este navegador puede volver a intentarlo',
    'done-text': 'El bloqueo termina para todos los navegadores en cuanto usted entre.',
  },
  replace: {
    title: 'Elija una contraseña nueva',
    subtitle:
      'Su contraseña es correcta, pero se ha declarado que otra persona la conoce. Ya no deja entrar a nadie.',
    submit: 'Guardar la contraseña',
    mailed: 'Tiene un enlace en su buzón',
    'mailed-text':
      'Su contraseña es correcta, pero se ha declarado que otra persona la conoce. No conocemos este navegador, así que elija otra con el enlace que le acabamos de enviar.',
  },
  'check-up': {
    title: 'Revisión de seguridad',
    well: 'No hay nada que mejorar. Su cuenta está bien protegida.',
    'password-doubted': 'Otra persona conoce su contraseña.',
    'no-second-factor': 'Solo le protege una contraseña.',
    'one-second-factor':
      'Un solo segundo factor: si lo pierde, solo le quedan los códigos de emergencia.',
    'no-recovery-address': 'Solo tiene un buzón: si lo pierde, nadie puede escribirle.',
    'new-devices_one': 'Hay un dispositivo nuevo. ¿Lo conoce?',
    'new-devices_other': 'Hay {{count}} dispositivos nuevos. ¿Los conoce?',
    'forgotten-devices_one': 'Un dispositivo mantiene la sesión sin usarse desde hace una semana.',
    'forgotten-devices_other':
      '{{count}} dispositivos mantienen la sesión sin usarse desde hace una semana.',
    'failures-untold': 'Nadie le avisa de los inicios de sesión fallidos.',
    do: {
      'password-doubted': 'Cambiarla',
      'no-second-factor': 'Añadir un segundo factor',
      'one-second-factor': 'Añadir otro',
      'no-recovery-address': 'Añadir una dirección de recuperación',
      'new-devices': 'Ver dispositivos',
      'forgotten-devices': 'Ver dispositivos',
      'failures-untold': 'Activar los avisos',
    },
  },
  staff: {
    'end-sessions': 'Cerrar todas sus sesiones',
    'end-sessions-of': 'Cerrar todas las sesiones de {{name}}',
    reason: 'Motivo',
    'reason-hint': 'Figura en el registro y en el correo a esta persona.',
    'reason-needed': 'Indique un motivo de al menos tres caracteres.',
    ended: 'Todas las sesiones están cerradas',
    'only-administrators': 'Solo los administradores del proveedor cierran sesiones ajenas.',
  },
} satisfies Texts<typeof english.accessPages>;
