import type { Texts } from '#kernel/texts.ts';
import type { factorActions as actions, factorRefusals as refusals } from './factors.en.ts';

export const factorRefusals = {
  'factor-wrong':
    'No es correcto o ya se ha usado: cada código sirve una vez. Uno de aplicación vale un minuto; uno por mensaje, cinco; uno de su hoja, hasta que lo use.',
  'attempt-spent':
    'Cinco intentos incorrectos con este método. Use otro o empiece de nuevo con su contraseña.',
  'factor-paused':
    'Demasiados intentos incorrectos con este método. Descansa {{retryAfterSeconds}} segundos; sus demás métodos siguen funcionando.',
  'attempt-over': 'Este acceso ha tardado demasiado o ya se ha completado. Empiece de nuevo.',
  'factor-unknown': 'Este método ya no existe. La lista se ha vuelto a leer.',
  'enrolment-over':
    'Ha tardado más de diez minutos, así que no se ha añadido nada. Empiece de nuevo.',
  'passkey-refused':
    'La respuesta del navegador no corresponde a lo que pedimos. No se ha añadido nada; inténtelo de nuevo.',
  'passkey-known': 'Esta llave de acceso o de seguridad ya está en uso.',
  'second-factor-needed':
    'Esta organización pide un segundo factor. Configúrelo en Mi cuenta, Seguridad; se tarda dos minutos.',
  'factor-demanded':
    'Una de sus organizaciones pide un segundo factor y este es el último que tiene. Añada antes otro o consulte a su administrador.',
  'session-restricted':
    'Ha entrado con un código de emergencia. Hasta el {{until}} puede añadir un método y no cambiar nada más de lo que protege su cuenta.',
  'proof-incomplete': 'Esto requiere también su segundo factor. Use los métodos que se ofrecen.',
} as const satisfies Texts<typeof refusals>;

export const factorActions = {
  'factor-added': 'Método de acceso añadido: {{about}}',
  'factor-renamed': 'Método de acceso con otro nombre: {{about}}',
  'factor-removed': 'Método de acceso quitado: {{about}}',
  'last-factor-removed': 'Último método de acceso quitado, ahora basta la contraseña: {{about}}',
  'factor-suspended': 'Llave de acceso detenida: su cuenta parecía la de una copia',
  'factor-failed': 'Segundo factor incorrecto tras la contraseña correcta',
  'emergency-codes-made': 'Nuevos códigos de emergencia',
  'stepped-up-strongly': 'Confirmación con un segundo factor',
} as const satisfies Texts<typeof actions>;
