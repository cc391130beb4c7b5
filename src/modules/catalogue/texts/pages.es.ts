import type { Texts } from '#kernel/texts.ts';
import type { pages as en } from './pages.en.ts';

export const pages = {
  staff: {
    title: 'Catálogo',
    subtitle: 'Qué se vende y por cuánto, sin IVA. Un cambio de precio es otra línea.',
    offer: 'Oferta',
    period: 'Facturación',
    periods: { month: 'Mensual', year: 'Anual' },
    part: { product: 'Precio de uno', warranty: 'Garantía de renovación' },
    'valid-from': 'Válido desde',
    'to-come': 'Próximo',
    price: 'Precio',
  },
} as const satisfies Texts<typeof en>;
