import type { Day } from '#kernel/calendar.ts';
import type { Money } from '#kernel/money.ts';
import { defineLetter } from '#modules/messages/index.ts';

/** How to pay an order or a top-up. */
export const proFormaReady = defineLetter<{
  amount: Money;
  payee: string;
  account: string;
  reference: string;
  until: Day;
  link: string;
}>('billing.pro-forma-ready', {
  en: ({ amount, payee, account, reference, until, link }, format) => ({
    subject: `Please transfer ${format.money(amount)} by ${format.day(until)}`,
    lines: [
      'Your request is ready. As soon as exactly this amount arrives with exactly this reference, everything else happens by itself.',
    ],
    facts: [
      ['Amount', format.money(amount)],
      ['Payee', payee],
      ['Account', account],
      ['Reference', reference],
      ['Valid until', format.day(until)],
    ],
    action: { label: 'See how to pay', url: link },
    closing: [
      'Another amount, currency or reference is not lost: it waits on your prepaid account, from where you can pay.',
    ],
  }),
  es: ({ amount, payee, account, reference, until, link }, format) => ({
    subject: `Transfiera ${format.money(amount)} antes del ${format.day(until)}`,
    lines: [
      'Su solicitud está lista. En cuanto llegue exactamente este importe con exactamente esta referencia, lo demás ocurre solo.',
    ],
    facts: [
      ['Importe', format.money(amount)],
      ['Beneficiario', payee],
      ['Cuenta', account],
      ['Referencia', reference],
      ['Válido hasta', format.day(until)],
    ],
    action: { label: 'Ver cómo pagar', url: link },
    closing: [
      'Otro importe, moneda o referencia no se pierde: espera en su cuenta prepagada, desde la que puede pagar.',
    ],
  }),
});
