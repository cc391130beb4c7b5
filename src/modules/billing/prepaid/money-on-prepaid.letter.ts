import type { Money } from '#kernel/money.ts';
import { defineLetter } from '#modules/messages/index.ts';
import type { PrepaidReason } from './prepaid.rules.ts';

const because: { readonly [L in 'en' | 'es']: { readonly [R in PrepaidReason]: string } } = {
  en: {
    'top-up': 'You asked to put it there.',
    paid: 'What its reference stands for was paid already.',
    cancelled: 'The order that its reference stands for was cancelled.',
    expired: 'The order that its reference stands for had expired.',
    'other-amount': 'It is not the exact amount that its reference stands for.',
    'other-currency': 'It is not in the currency that its reference asks for.',
    'assigned-by-staff': 'It came without a reference of ours; our team found that it is yours.',
  },
  es: {
    'top-up': 'Usted pidió ingresarlo ahí.',
    paid: 'Lo que indica su referencia ya estaba pagado.',
    cancelled: 'El pedido que indica su referencia se había cancelado.',
    expired: 'El pedido que indica su referencia había caducado.',
    'other-amount': 'No es el importe exacto que corresponde a su referencia.',
    'other-currency': 'No está en la moneda que pide su referencia.',
    'assigned-by-staff': 'Llegó sin una referencia nuestra; nuestro equipo vio que es suyo.',
  },
};

/** Money is on prepaid, why, and what can be done with it (R16–R18, R157). */
export const moneyOnPrepaid = defineLetter<{
  amount: Money;
  balance: Money;
  reason: PrepaidReason;
  link: string;
}>('billing.money-on-prepaid', {
  en: ({ amount, balance, reason, link }, format) => ({
    subject: `${format.money(amount)} are on your prepaid account`,
    lines: [
      `We received ${format.money(amount)} and put it on your prepaid account. ${because.en[reason]}`,
      `Your balance is ${format.money(balance)}. You can pay open invoices and orders with it.`,
    ],
    action: { label: 'See the prepaid account', url: link },
  }),
  es: ({ amount, balance, reason, link }, format) => ({
    subject: `${format.money(amount)} están en su cuenta prepagada`,
    lines: [
      `Hemos recibido ${format.money(amount)} y lo hemos ingresado en su cuenta prepagada. ${because.es[reason]}`,
      `Su saldo es de ${format.money(balance)}. Con él puede pagar facturas y pedidos pendientes.`,
    ],
    action: { label: 'Ver la cuenta prepagada', url: link },
  }),
});
