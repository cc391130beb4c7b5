import type { Texts } from '#kernel/texts.ts';
import type {
  smsActions as actions,
  smsPages as pages,
  smsRefusals as refusals,
} from './sms.en.ts';

export const smsRefusals = {
  'sms-off':
    'Aquí no se envían códigos por mensaje de texto. Use Atrio Authenticator, una aplicación de códigos o una llave de acceso.',
  'sms-number-unusable':
    'No es un número móvil que reciba mensajes. No se ha enviado nada; escríbalo con su país, por ejemplo +41 79 …',
  'sms-country':
    'Solo enviamos mensajes a números móviles de {{countries}}, y este es de otro país. No se ha enviado nada. Use Atrio Authenticator o cualquier aplicación de códigos (OTP): funcionan en todas partes.',
  'sms-often':
    'Ya han salido bastantes mensajes para este número o para su cuenta. No se ha enviado nada; el próximo puede salir el {{freeAt}}. Entretanto use otro método.',
  'sms-stopped':
    'Los mensajes a este número están detenidos por ahora: demasiados códigos enviados a números como este ({{countries}}) no se usaron nunca. No se ha enviado nada y no ha cambiado nada más. Use otro método; el proveedor lo está examinando.',
  'sms-spent':
    'Se han agotado los mensajes que el proveedor paga en un día, para {{countries}} o para todos los países. No se ha enviado nada y no ha cambiado nada más. Use otro método o vuelva a intentarlo mañana.',
  'sms-code-wrong':
    'No era el código más reciente, tiene más de cinco minutos o hubo cinco intentos incorrectos. No se ha añadido nada; pida otro código.',
  'second-factor-stale':
    'Esta organización pide un segundo factor. Su código por mensaje es de hace más de un día y solo vale al entrar: cierre la sesión y vuelva a entrar, o añada una llave de acceso o una aplicación de códigos en Mi cuenta, Seguridad.',
} as const satisfies Texts<typeof refusals>;

export const smsActions = {
  'code-texted': 'Código enviado por mensaje de texto a {{about}}',
} as const satisfies Texts<typeof actions>;

export const smsPages = {
  sms: {
    add: 'Mensaje de texto',
    why: 'Un código por mensaje después de la contraseña. Mejor que solo la contraseña, y el más débil de los métodos.',
    do: 'Añadir un número',
    change: 'Cambiar el número',
    'stronger-title': 'Más seguro e igual de rápido',
    stronger:
      'Una llave de acceso o una aplicación de códigos funciona sin red y nadie puede usurparla.',
    'use-stronger': 'Elegir otro método',
    risk: 'Engañando a la operadora se puede pasar un número a otra tarjeta SIM, y los mensajes se pueden leer por el camino. Un mensaje nunca confirma cambios que protegen su cuenta.',
    countries:
      'Números móviles de {{countries}}. Con cualquier otro número, use Atrio Authenticator o una aplicación de códigos.',
    'not-offered':
      'Aquí no se envían mensajes. Use Atrio Authenticator, una aplicación de códigos o una llave de acceso.',
    unusable:
      'Ya no se pueden enviar códigos a {{number}}: solo los enviamos a números de {{countries}}. Añada ahora Atrio Authenticator o una aplicación de códigos.',
    paused:
      'Por ahora no se envían códigos a {{number}}: demasiados de los enviados a números como este no se usaron nunca. Use sus demás métodos o añada Atrio Authenticator o una aplicación de códigos.',
    number: 'Número móvil',
    'number-hint': 'Con su país, por ejemplo +41 79 123 45 67.',
    send: 'Enviar el código',
    again: 'Enviar otro código',
    sent: 'Hemos enviado un código a {{number}}. Vale cinco minutos, y solo el más reciente.',
    confirm: 'Confirmar',
    'other-number': 'Enviar otra vez o a otro número',
    added: 'Número añadido',
    'ask-why': 'Enviamos un código por mensaje al número que usted configuró.',
  },
} as const satisfies Texts<typeof pages>;
