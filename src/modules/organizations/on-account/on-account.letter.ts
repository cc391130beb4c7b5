import { defineLetter } from '#modules/messages/index.ts';

type Facts = { readonly organization: string; readonly link: string };

/** Tells those who see the bills that orders need no payment in advance any more. */
export const onAccountGranted = defineLetter<Facts>('organizations.on-account-granted', {
  en: ({ organization, link }) => ({
    subject: `${organization} can now order on account`,
    lines: [
      `From now on ${organization} may order without paying in advance.`,
      'Each order is invoiced at once and due in 30 days. Paying in advance stays possible.',
    ],
    action: { label: 'See your invoices', url: link },
  }),
  es: ({ organization, link }) => ({
    subject: `${organization} ya puede pedir a cuenta`,
    lines: [
      `Desde ahora ${organization} puede pedir sin pagar por adelantado.`,
      'Cada pedido se factura en el acto y vence a los 30 días. Puede seguir pagando por adelantado.',
    ],
    action: { label: 'Ver sus facturas', url: link },
  }),
});

/** Tells them that it ended, and what stays. */
export const onAccountRevoked = defineLetter<Facts>('organizations.on-account-revoked', {
  en: ({ organization, link }) => ({
    subject: `${organization} orders in advance again`,
    lines: [
      `From now on ${organization} pays orders in advance.`,
      'Invoices that are already issued stay due as printed on them.',
    ],
    action: { label: 'See your invoices', url: link },
  }),
  es: ({ organization, link }) => ({
    subject: `${organization} vuelve a pagar por adelantado`,
    lines: [
      `Desde ahora ${organization} paga sus pedidos por adelantado.`,
      'Las facturas ya emitidas vencen en la fecha que indican.',
    ],
    action: { label: 'Ver sus facturas', url: link },
  }),
});
