import { bankAction, bankRefusal } from './bank-sentences.es.ts';
import { bank } from './bank.es.ts';
import type { Texts } from '#kernel/texts.ts';
import type { en } from './en.ts';
import { pages } from './pages.es.ts';

export const es = {
  ...pages,
  ...bank,
  refusal: {
    ...bankRefusal,
    'address-not-found': 'Esta organización no tiene esa dirección de facturación.',
    'invoice-not-found': 'Esta organización no tiene esa factura.',
    'no-vat-rate':
      'Hoy no podemos calcular el impuesto de este país, así que no se ha pedido nada. Inténtelo más tarde o escríbanos.',
    'not-payable': 'No se ha pagado nada. $t(billing:payable.{{state}})',
    'prepaid-too-low':
      'Su cuenta prepagada no cubre este importe. No se ha pagado nada: recargue la cuenta o pague por transferencia.',
    'pro-forma-not-found': 'Esta organización no tiene esa factura proforma.',
    'top-up-from-prepaid':
      'Una recarga se paga por transferencia, no con la propia cuenta prepagada.',
    'top-up-too-small': 'El importe es demasiado pequeño: recargue 1.00 o más.',
  },
  payable: {
    open: 'Está pendiente.',
    paid: 'Ya está pagado.',
    cancelled: 'El pedido se canceló. Haga uno nuevo.',
    expired: 'El pedido ha caducado. Haga uno nuevo.',
  },
  action: {
    ...bankAction,
    'address-added': 'Se añadió la dirección de facturación «{{label}}»',
    'address-changed': 'Se modificó la dirección de facturación «{{label}}»',
    'invoice-issued': 'Se emitió la factura {{number}} por {{amount}}',
    'invoice-paid': 'Se pagó la factura {{number}} por {{amount}}',
    'prepaid-credited': 'Entraron {{amount}} en la cuenta prepagada',
    'pro-forma-cancelled': 'Se canceló la factura proforma {{label}}',
    'pro-forma-created': 'Se preparó una factura proforma por {{amount}}',
    'pro-forma-expired': 'La factura proforma {{label}} caducó sin pagarse',
    'top-up-requested': 'Se solicitó una recarga de {{amount}}',
  },
} as const satisfies Texts<typeof en>;
