import type { Day } from '#kernel/calendar.ts';
import type { Money } from '#kernel/money.ts';
import { defineLetter } from '#modules/messages/index.ts';

/** An invoice on account: what is owed, until when, how. */
export const invoiceIssued = defineLetter<{
  number: string;
  amount: Money;
  payee: string;
  account: string;
  reference: string;
  dueOn: Day;
  link: string;
}>('billing.invoice-issued', {
  en: ({ number, amount, payee, account, reference, dueOn, link }, format) => ({
    subject: `Invoice ${number}: ${format.money(amount)}, due on ${format.day(dueOn)}`,
    lines: [`Your invoice ${number} is ready. It has a reference of its own.`],
    facts: [
      ['Amount', format.money(amount)],
      ['Payee', payee],
      ['Account', account],
      ['Reference', reference],
      ['Due on', format.day(dueOn)],
    ],
    action: { label: 'See the invoice', url: link },
    closing: [
      'A standing order with another invoice’s reference does not pay this one; that money waits on your prepaid account.',
    ],
  }),
  es: ({ number, amount, payee, account, reference, dueOn, link }, format) => ({
    subject: `Factura ${number}: ${format.money(amount)}, vence el ${format.day(dueOn)}`,
    lines: [`Su factura ${number} está lista. Tiene su propia referencia.`],
    facts: [
      ['Importe', format.money(amount)],
      ['Beneficiario', payee],
      ['Cuenta', account],
      ['Referencia', reference],
      ['Vence el', format.day(dueOn)],
    ],
    action: { label: 'Ver la factura', url: link },
    closing: [
      'Una orden permanente con la referencia de otra factura no paga esta; ese dinero espera en su cuenta prepagada.',
    ],
  }),
});
