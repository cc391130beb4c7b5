import { pages } from './pages.es.ts';
import type { Texts } from '#kernel/texts.ts';
import type { en } from './en.ts';

export const es = {
  ...pages,
  refusal: {
    'not-sold': 'No se vende por {{period}} en {{currency}}. Elija otro periodo u otro nivel.',
    'product-not-sold': 'Ya no vendemos este producto. Elija otro.',
    'quantity-out-of-range': 'Elija un número entero entre 1 y {{maximum}}.',
    'warranty-not-at-order':
      'La garantía de renovación no se puede elegir con este pedido. Donde se ofrece, puede activarla cuando el producto funcione.',
    'price-change-too-early':
      'Un precio puede cambiar a partir del {{earliest}}. Los precios vigentes no se cambian nunca.',
    'price-unknown': 'Esta oferta aún no tiene ese precio. Cárguelo con el archivo del catálogo.',
  },
  action: {
    loaded: 'Se cargó el catálogo: {{products}} productos, {{prices}} precios nuevos',
    'price-announced':
      '{{product}} {{offer}} costará {{price}} en vez de {{before}} a partir del {{validFrom}}',
  },
  step: {
    list: '{{quantity}} × {{unit}}',
    tier: 'Descuento por cantidad a partir de {{from}} unidades: −{{percent}} %',
    partner: 'Descuento de socio: −{{percent}} %',
    warranty: 'Garantía de renovación',
    proration: 'Solo los días que quedan',
  },
  period: { month: 'mes', year: 'año' },
} satisfies Texts<typeof en>;
