import { mail, people, peopleActions, peopleRefusals } from './people.es.ts';
import { pages } from './pages.es.ts';
import type { Texts } from '#kernel/texts.ts';
import type { en } from './en.ts';

export const es = {
  ...pages,
  people,
  mail,
  refusal: {
    ...peopleRefusals,
    'configuration-not-valid': 'Todavía no se pidió nada. $t(subscriptions:problem.{{because}})',
    'offer-not-sold': 'Este nivel del producto no se vende. Elija otro.',
    'address-missing':
      'Aún no sabemos adónde enviar la factura, así que no se pidió nada. Añada una dirección de facturación y vuelva a pedir.',
    'order-not-cancellable': 'Este pedido ya no se puede cancelar, porque ya no espera el pago.',
    'order-not-found': 'No existe ese pedido en esta organización.',
    'price-changed':
      'El precio cambió mientras usted pedía. No se pidió nada: mire el nuevo total y vuelva a pedir.',
    'not-movable': 'Este producto se queda donde está. $t(subscriptions:move.open-{{because}})',
    'move-other-currency':
      'El producto está pagado en {{currency}} y allí los precios son en {{wanted}}. Elija una organización con precios en {{currency}}.',
    'move-same-organization': 'El producto ya está en esta organización.',
    'move-link-dead':
      'Este enlace no abre nada: se usó, se retiró, se sustituyó o caducó. Pida uno nuevo.',
    'product-not-found': 'No existe ese producto en esta organización.',
    'product-ended': 'Este producto terminó o se trasladó. Aquí ya no cambia nada.',
    'name-is-fixed': 'Un dominio se llama por su nombre. No se ha cambiado nada.',
    'nothing-failed': 'Este producto ya funciona o se está preparando. No hay nada que repetir.',
  },
  problem: {
    missing: 'Diga qué nombre quiere.',
    'not-a-domain': 'No es un nombre de dominio. Use letras, cifras y guiones, como en ejemplo.ch.',
    'wrong-ending': 'El nombre no termina como la oferta que eligió.',
    'too-long': 'Use como máximo 80 caracteres.',
    'unknown-field': 'Este producto no pregunta eso.',
  },
  state: {
    open: 'Espera el pago',
    started: 'Iniciado',
    cancelled: 'Cancelado',
    expired: 'Vencido',
    provisioning: 'En preparación',
    active: 'Activo',
    failed: 'Lo estamos revisando',
    ended: 'Terminado',
    moved: 'Trasladado',
  },
  action: {
    ...peopleActions,
    'order-placed': 'Se hizo el pedido {{number}} por {{gross}}',
    'order-started': 'Empezaron los productos del pedido {{number}}',
    'order-cancelled': 'Se canceló el pedido {{number}} por {{gross}}',
    'order-expired': 'El pedido {{number}} por {{gross}} venció sin pagarse',
    'product-active': '{{label}} está activo',
    'product-failed': 'No se pudo preparar {{label}}',
    'product-moved-out': '{{label}} se trasladó a {{other}}',
    'product-moved-in': '{{label}} llegó de {{other}}',
    'move-link-made': 'Se creó un enlace para ceder {{label}}',
    'move-link-withdrawn': 'Se retiró el enlace para ceder {{label}}',
    'product-renamed': '{{before}} se llama ahora {{after}}',
    'product-asked-again': '{{label}} se prepara otra vez',
  },
  result: {
    name: 'Nombre',
    nameservers: 'Servidores de nombres',
    server: 'Servidor',
    login: 'Usuario',
    sites: 'Sitios',
    addresses: 'Direcciones',
    address: 'Dirección',
    administration: 'Administración',
    workspace: 'Espacio de trabajo',
    line: 'Teléfono',
    contract: 'Contrato',
    reference: 'Referencia',
  },
} satisfies Texts<typeof en>;
