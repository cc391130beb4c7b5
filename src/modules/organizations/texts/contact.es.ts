import type { Texts } from '#kernel/texts.ts';
import type * as en from './contact.en.ts';

export const contact = {
  title: 'Notificaciones',
  subtitle:
    'Qué mensajes de cada organización le llegan. Sobre su propia cuenta le escribimos siempre.',
  empty: 'Usted no pertenece a ninguna organización: solo le llegan mensajes sobre su cuenta.',
  billing: 'Facturas y pagos',
  'billing-hint': 'Facturas, pagos recibidos, pedidos cancelados, recordatorios.',
  products: 'Productos',
  'products-hint': 'Productos listos, y los que se trasladan aquí o a otra parte.',
  'only-representative': 'Usted es el único responsable legal: alguien debe leer las facturas.',
  'name-another': 'Nombrar a otro',
  'no-right-billing':
    'No se envía nada: hace falta el permiso de ver las facturas de esta organización.',
  'no-right-products': 'No se envía nada: hace falta el permiso de pedir en esta organización.',
  save: 'Guardar',
  saved: 'Guardado',
  on: 'sí',
  off: 'no',
  'why-only-representative': 'Los lee el único responsable legal; nombre antes a otro.',
  'why-nobody-left': 'Nadie más los leería; haga antes que otra persona los reciba.',
} satisfies Texts<typeof en.contact>;

export const contactRefusals = {
  'billing-not-off':
    'Los mensajes sobre facturas siguen activos. $t(organizations:contact.why-{{because}}) No se ha cambiado nada.',
} satisfies Texts<typeof en.contactRefusals>;

export const contactActions = {
  'contact-changed':
    'Mensajes a {{about}}: facturas $t(organizations:contact.{{billing}}), productos $t(organizations:contact.{{products}})',
} satisfies Texts<typeof en.contactActions>;
