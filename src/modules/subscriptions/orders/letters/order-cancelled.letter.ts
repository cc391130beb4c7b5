import type { Money } from '#kernel/money.ts';
import { defineLetter } from '#modules/messages/index.ts';

/** An unpaid order was cancelled; money on its way is not lost (R157). */
export const orderCancelled = defineLetter<{
  readonly number: number;
  readonly gross: Money;
  readonly by: string | undefined;
  readonly link: string;
}>('subscriptions.order-cancelled', {
  en: ({ number, gross, by, link }, format) => ({
    subject: `Order ${number} is cancelled`,
    lines: [
      by === undefined
        ? `Order ${number} over ${format.money(gross)} is cancelled. You owe nothing for it.`
        : `${by} cancelled order ${number} over ${format.money(gross)}. You owe nothing for it.`,
    ],
    action: { label: 'Open the order', url: link },
    closing: [
      'If a transfer is already under way, the money goes to your prepaid account.',
      'You can order again and pay with it.',
    ],
  }),
  es: ({ number, gross, by, link }, format) => ({
    subject: `El pedido ${number} está cancelado`,
    lines: [
      by === undefined
        ? `El pedido ${number} por ${format.money(gross)} está cancelado. No debe nada por él.`
        : `${by} canceló el pedido ${number} por ${format.money(gross)}. No debe nada por él.`,
    ],
    action: { label: 'Abrir el pedido', url: link },
    closing: [
      'Si ya hay una transferencia en camino, el dinero llega a su cuenta prepagada.',
      'Puede volver a pedir y pagar con él.',
    ],
  }),
});
