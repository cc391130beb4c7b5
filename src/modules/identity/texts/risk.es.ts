import type { Texts } from '#kernel/texts.ts';
import type * as english from './risk.en.ts';

export const riskRefusals = {
  'token-renewed': 'Su sesión se acaba de renovar. Vuelva a intentarlo en un momento.',
  'report-unknown': 'Ese aviso no existe. No se ha cambiado nada.',
  'report-resolved':
    '{{by}} ya ha revisado esta cuenta. Su nota no se ha guardado: vea la suya en Hechas.',
} satisfies Texts<typeof english.riskRefusals>;

export const riskActions = {
  'token-copied': 'Sesión cerrada: se ha vuelto a mostrar una clave ya sustituida',
  'report-resolved': 'Cuenta comunicada revisada: {{note}}',
  'everyone-signed-out':
    'El proveedor ha cerrado la sesión de todos ({{ended}} sesiones): {{reason}}',
  'unusual-country': 'Este inicio de sesión venía de un país nuevo para la cuenta',
  'unusual-speed': 'Nadie viaja tan deprisa desde el lugar del inicio de sesión anterior',
  'unusual-absence': 'La cuenta llevaba tres meses o más sin usarse',
  'unusual-anonymiser':
    'Este inicio de sesión venía a través de un servicio que oculta dónde está quien lo usa',
  'unusual-failures': 'Antes de este inicio de sesión se probaron varias contraseñas incorrectas',
} satisfies Texts<typeof english.riskActions>;

export const riskPages = {
  signal: {
    'new-device': 'un dispositivo que no conocíamos',
    'new-country': 'un país nuevo',
    'impossible-speed': 'más deprisa de lo que nadie viaja',
    'long-absence': 'tras tres meses o más',
    anonymiser: 'a través de un servicio que oculta dónde está quien lo usa',
    'many-failures': 'tras varias contraseñas incorrectas',
  },
  reports: {
    title: 'Cuentas comunicadas',
    subtitle: 'Inicios de sesión que sus titulares declararon ajenos.',
    state: 'Estado',
    open: 'Por revisar',
    resolved: 'Hechas',
    none: 'No hay ningún inicio de sesión comunicado por revisar.',
    'none-resolved': 'Todavía no se ha revisado ninguna.',
    person: 'Persona',
    'sign-in': 'Inicio de sesión ajeno',
    reported: 'Comunicado',
    done: 'Resultado',
    look: 'Revisar',
    'signed-in': 'Inicio de sesión',
    device: 'Dispositivo',
    from: 'Desde',
    methods: 'Con',
    unusual: 'Inusual',
    how: 'Comunicado',
    'by-link': 'por el enlace del correo, sin iniciar sesión',
    'by-owner': 'en la lista de dispositivos, con la sesión iniciada',
    ended_one: 'Se ha cerrado {{count}} sesión',
    ended_other: 'Se han cerrado {{count}} sesiones',
    password:
      'La contraseña no deja entrar a nadie hasta que se sustituya; los factores añadidos desde entonces están suspendidos',
    left: 'Lo que se haya podido cambiar entretanto debe averiguarlo usted',
    'left-detail':
      'Revise miembros, pedidos y pagos de las organizaciones de esta persona y llámela a un número que usted conozca.',
    organizations: 'Organizaciones',
    'see-organizations': 'las de {{address}}',
    note: 'Qué ha encontrado y hecho',
    'note-hint': 'Queda en el registro de la instancia.',
    'note-needed': 'Dígalo con al menos tres caracteres.',
    submit: 'Dar por revisada',
    noted: 'Anotado',
  },
  everyone: {
    title: 'Cerrar la sesión de todos',
    text: 'Para el día en que se hayan podido robar sesiones: cierra las de todos los usuarios en todos los dispositivos.',
    open: 'Cerrar la sesión de todos…',
    warning:
      'Todos los usuarios quedan fuera al instante, tienen que volver a iniciar sesión y reciben un correo. Usted y su equipo mantienen la sesión.',
    'reason-hint': 'Queda en el registro y en el correo a cada persona.',
    submit: 'Cerrar la sesión de todos',
    done: 'Sesiones cerradas: {{ended}}, de {{people}} personas',
  },
} satisfies Texts<typeof english.riskPages>;
