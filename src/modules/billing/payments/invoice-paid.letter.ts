import type { Money } from '#kernel/money.ts';
import { defineLetter } from '#modules/messages/index.ts';

/** A payment arrived and settled an invoice. */
export const invoicePaid = defineLetter<{
  number: string;
  amount: Money;
  means: 'bank' | 'prepaid';
  link: string;
}>('billing.invoice-paid', {
  en: ({ number, amount, means, link }, format) => ({
    subject: `Invoice ${number} is paid`,
    lines: [
      means === 'bank'
        ? `We received your transfer of ${format.money(amount)}. Invoice ${number} is paid.`
        : `${format.money(amount)} were taken from your prepaid account. Invoice ${number} is paid.`,
      'Thank you. There is nothing left to do.',
    ],
    action: { label: 'See the invoice', url: link },
  }),
  es: ({ number, amount, means, link }, format) => ({
    subject: `La factura ${number} está pagada`,
    lines: [
      means === 'bank'
        ? `Hemos recibido su transferencia de ${format.money(amount)}. La factura ${number} está pagada.`
        : `Se han tomado ${format.money(amount)} de su cuenta prepagada. La factura ${number} está pagada.`,
      'Gracias. No queda nada por hacer.',
    ],
    action: { label: 'Ver la factura', url: link },
  }),
});
