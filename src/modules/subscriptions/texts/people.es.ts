import type { Texts } from '#kernel/texts.ts';
import type * as en from './people.en.ts';

export const people = {
  title: 'Personas en esta suite',
  of: '{{taken}} de {{included}} plazas ocupadas',
  'of-many_one': '{{count}} persona',
  'of-many_other': '{{count}} personas',
  empty: 'Aún no hay nadie en esta suite. Dé la primera plaza a un miembro.',
  name: 'Nombre',
  since: 'Desde',
  by: 'Plaza dada por {{name}}',
  address: 'Dirección de correo del miembro',
  'address-hint': 'Solo pueden entrar miembros de la organización: invite antes a los demás.',
  'address-needed': 'Escriba la dirección con la que el miembro inicia sesión.',
  give: 'Dar una plaza',
  given: 'Plaza dada',
  take: 'Liberar la plaza',
  taken: 'La plaza está libre',
  'take-of': '¿Liberar la plaza de {{name}}?',
  'lost-access': 'Ya no podrá usar la suite.',
  'kept-member': 'Seguirá siendo miembro de la organización, con su función y sus permisos.',
  full: 'Todas las plazas están ocupadas. Libere una o pida una oferta mayor.',
  over: 'Esta suite ha terminado: ya no puede entrar nadie.',
  'not-yours': 'Solo quien administra el producto da plazas.',
} satisfies Texts<typeof en.people>;

export const mail = {
  title: 'Direcciones',
  of: '{{taken}} de {{included}} direcciones',
  'of-many_one': '{{count}} dirección',
  'of-many_other': '{{count}} direcciones',
  empty: 'Aún no hay ninguna dirección. Añada la primera.',
  'empty-domain': 'Indique en qué dominio están las direcciones y añada la primera.',
  address: 'Dirección',
  since: 'Desde',
  by: 'Añadida por {{name}}',
  domain: 'Dominio',
  'domain-hint':
    'Lo que va después de la @, por ejemplo example.ch. No cambia mientras haya direcciones.',
  'domain-needed': 'Escriba un dominio.',
  'choose-domain': 'Elegir el dominio',
  'save-domain': 'Usar este dominio',
  'domain-saved': 'Dominio guardado',
  local: 'Nueva dirección en {{domain}}',
  'local-hint': 'Lo que va antes de la @.',
  'local-needed': 'Escriba lo que va antes de la @.',
  add: 'Añadir la dirección',
  added: 'Dirección añadida',
  remove: 'Quitar la dirección',
  removed: 'Dirección quitada',
  'remove-of': '¿Quitar {{address}}?',
  'lost-mail': 'El correo a esta dirección volverá a su remitente y su buzón se borrará.',
  'lost-sign-in':
    'Quien inicia sesión con ella podrá seguir haciéndolo, pero ya no recibirá nuestros correos.',
  'kept-others': 'Las demás direcciones y el servicio de correo siguen como están.',
  full: 'Todas las direcciones están en uso. Quite una o pida más.',
  over: 'Este servicio de correo ha terminado: ya no tiene direcciones.',
  'not-yours': 'Solo quien administra el producto cambia sus direcciones.',
} satisfies Texts<typeof en.mail>;

export const peopleRefusals = {
  'no-suite': 'Solo hay plazas en las suites, y en ninguna que haya terminado.',
  'no-place-left':
    'Las {{places}} plazas están ocupadas. No ha entrado nadie: libere una plaza o pida una oferta mayor.',
  'not-a-member':
    'Nadie de esta organización inicia sesión con esa dirección. Invítelo antes como miembro.',
  'not-in-suite': 'Esta persona ya no está en la suite.',
  'no-mail-service':
    'Solo los servicios de correo tienen direcciones, y ninguno que haya terminado.',
  'no-mail-domain': 'Indique antes en qué dominio están las direcciones.',
  'mail-domain-not-valid':
    'No es un nombre de dominio. Use letras, cifras y guiones, como en example.ch.',
  'mail-domain-in-use': 'Hay direcciones en {{domain}}. Quítelas antes; no se ha cambiado nada.',
  'mail-address-not-valid': 'Eso no puede ir antes de la @. Use letras, cifras, puntos y guiones.',
  'mail-address-taken': '{{address}} ya existe en esta organización.',
  'no-address-left': 'Las {{addresses}} direcciones están en uso. Quite una o pida más.',
  'mail-address-not-found': 'Esta dirección ya no está.',
} satisfies Texts<typeof en.peopleRefusals>;

export const peopleActions = {
  'place-given': '{{about}} obtuvo una plaza en {{product}}',
  'place-withdrawn': 'Se liberó la plaza de {{about}} en {{product}}',
  'mail-domain-set': 'Las direcciones de {{label}} están en {{domain}}',
  'mail-address-added': 'Se añadió una dirección en {{domain}} a {{label}}',
  'mail-address-removed': 'Se quitó una dirección en {{domain}} de {{label}}',
} satisfies Texts<typeof en.peopleActions>;
