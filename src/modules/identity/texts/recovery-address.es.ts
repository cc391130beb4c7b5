import type { Texts } from '#kernel/texts.ts';
import type * as english from './recovery-address.en.ts';

export const recoveryRefusals = {
  'recovery-is-login':
    'Usted inicia sesión con esta dirección. No se ha cambiado nada; una dirección de recuperación solo sirve si es otra.',
  'recovery-is-present': 'Esta ya es su dirección de recuperación. No se ha cambiado nada.',
  'recovery-code-wrong':
    'No es el último código que enviamos, tiene más de 15 minutos o ya hubo cinco incorrectos. No se ha cambiado nada; mire otra vez el correo o pida otro código.',
  'recovery-unknown':
    'Esa dirección ya no está: se sustituyó o se eliminó, o su código caducó. La página se ha vuelto a leer.',
} satisfies Texts<typeof english.recoveryRefusals>;

export const recoveryActions = {
  'recovery-address-asked': 'Código enviado a una nueva dirección de recuperación',
  'recovery-code-resent': 'Otro código enviado a una nueva dirección de recuperación',
  'recovery-address-set': 'Dirección de recuperación añadida',
  'recovery-address-replaced': 'Dirección de recuperación sustituida',
  'recovery-address-removed': 'Dirección de recuperación eliminada',
  'recovery-address-restored':
    'Vuelve la dirección de recuperación anterior: un inicio de sesión no era de su titular',
  'recovery-address-undone':
    'Dirección de recuperación retirada: un inicio de sesión no era de su titular',
  'reset-requested-elsewhere':
    'Enlace para una contraseña nueva pedido a la dirección de recuperación',
  'reset-not-sent':
    'Enlace pedido a una dirección de recuperación: no se envió, porque ninguna vale',
  'password-reset-by-recovery':
    'Contraseña creada de nuevo con un enlace a la dirección de recuperación',
} satisfies Texts<typeof english.recoveryActions>;

export const recoveryPages = {
  recovery: {
    title: 'Correo de recuperación',
    subtitle: 'Un segundo buzón suyo, para el día en que no pueda leer el primero.',
    none: 'Ninguno. Si pierde su buzón, nadie podrá enviarle un enlace ni un aviso.',
    why: 'Le escribimos allí cuando cambia algo que protege su cuenta, y puede recibir un enlace para una contraseña nueva.',
    present: 'Dirección actual',
    address: 'Dirección',
    confirmed: 'Confirmada el',
    counts: 'Para contraseñas nuevas',
    'counts-now': 'sí',
    'counts-from': 'a partir del {{day}}',
    'former-title': 'Direcciones anteriores',
    former: 'Recibe avisos hasta el {{day}}',
    'counts-note':
      'Una dirección nueva no recibe enlaces para una contraseña nueva antes del {{day}}: así, quien la cambie sin ser usted no gana nada mientras usted se entera.',
    set: 'Añadir una dirección',
    modify: 'Modificar',
    remove: 'Eliminar',
    'remove-title': '¿Eliminar la dirección de recuperación?',
    'remove-lost': 'Ya no se enviará allí ningún enlace para una contraseña nueva.',
    'remove-kept': 'Durante 30 días más recibe avisos de lo que ocurra en su cuenta.',
    'remove-confirm': 'Eliminar la dirección',
    removed: 'Dirección de recuperación eliminada',
    new: 'Dirección nueva',
    'new-title': 'Añadir una dirección de recuperación',
    'change-title': 'Cambiar la dirección de recuperación',
    'new-hint': 'Un buzón distinto de {{address}} y que no puedan leer otras personas.',
    save: 'Guardar',
    'is-login': 'Usted inicia sesión con esta. Elija otro buzón.',
    'is-present': 'Esta ya es su dirección de recuperación.',
    sent: 'Hemos enviado un código a {{address}}. Sirve una vez, durante 15 minutos.',
    code: 'Código del correo',
    'code-hint': 'Seis cifras.',
    confirm: 'Confirmar',
    resend: 'Enviar otro código',
    resent: 'Otro código está en camino; el anterior ya no sirve.',
    'other-address': 'Usar otra dirección',
    done: 'Su dirección de recuperación está confirmada',
    back: 'Seguridad',
  },
  'recover-to': {
    label: '¿Adónde enviamos el enlace?',
    login: 'A esta dirección',
    recovery: 'A mi dirección de recuperación',
    'recovery-note':
      'Para cuando no pueda leer ese buzón. Deje arriba la dirección con la que inicia sesión.',
    sent: 'Si {{address}} tiene una cuenta con una dirección de recuperación que ya vale, el enlace está en camino hacia ella. Sirve una vez, durante 60 minutos. Si no la hay, escribimos a {{address}}.',
  },
} satisfies Texts<typeof english.recoveryPages>;
