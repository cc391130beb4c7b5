import type { Money } from '#kernel/money.ts';
import { inLanguage, type Translated } from '#kernel/language.ts';
import { defineLetter } from '#modules/messages/index.ts';
import type { PaymentWay } from '../order.rules.ts';

type Line = { readonly text: Translated; readonly quantity: number; readonly net: Money };

type Facts = {
  readonly number: number;
  readonly lines: readonly Line[];
  readonly gross: Money;
  readonly payment: PaymentWay;
  /** The order's page; an unpaid one shows its pro-forma and how to pay. */
  readonly link: string;
};

const next = {
  en: {
    in_advance: 'Your products start as soon as the total has arrived. The order shows how to pay.',
    on_account: 'Your products start now. The invoice comes in a mail of its own.',
    free: 'There is nothing to pay. Your products start now.',
  },
  es: {
    in_advance: 'Sus productos empiezan en cuanto llegue el total. El pedido muestra cómo pagar.',
    on_account: 'Sus productos empiezan ahora. La factura llega en un correo aparte.',
    free: 'No hay nada que pagar. Sus productos empiezan ahora.',
  },
} as const;

/** The confirmation of an order, to whoever placed it. */
export const orderReceived = defineLetter<Facts>('subscriptions.order-received', {
  en: ({ number, lines, gross, payment, link }, format) => ({
    subject: `Your order ${number} over ${format.money(gross)}`,
    lines: [`Thank you for your order ${number}.`, next.en[payment]],
    facts: [
      ...lines.map(
        ({ text, quantity, net }) =>
          [`${quantity} × ${inLanguage(text, 'en')}`, format.money(net)] as const,
      ),
      ['Total including tax', format.money(gross)],
    ],
    action: { label: 'Open the order', url: link },
  }),
  es: ({ number, lines, gross, payment, link }, format) => ({
    subject: `Su pedido ${number} por ${format.money(gross)}`,
    lines: [`Gracias por su pedido ${number}.`, next.es[payment]],
    facts: [
      ...lines.map(
        ({ text, quantity, net }) =>
          [`${quantity} × ${inLanguage(text, 'es')}`, format.money(net)] as const,
      ),
      ['Total con impuestos', format.money(gross)],
    ],
    action: { label: 'Abrir el pedido', url: link },
  }),
});
