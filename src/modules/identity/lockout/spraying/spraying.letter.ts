import { defineLetter } from '#modules/messages/index.ts';

/** The provider's administrators decide what to do about a network that tries many accounts. */
export const spraying = defineLetter<{ from: string; addresses: number }>('identity.spraying', {
  en: ({ from, addresses }) => ({
    subject: 'One network tries the passwords of many accounts',
    lines: [
      'Somebody tries a few passwords at many addresses, which no single account notices. Each account is guarded as always: its tries are counted, and strange browsers are locked out.',
    ],
    facts: [
      ['Network', from],
      ['Addresses within an hour', `${addresses} or more`],
    ],
    closing: [
      'Consider refusing this network in front of the portal. It may also be an office whose people share an address; we write once an hour at most.',
    ],
  }),
  es: ({ from, addresses }) => ({
    subject: 'Una red prueba contraseñas de muchas cuentas',
    lines: [
      'Alguien prueba unas pocas contraseñas en muchas direcciones, lo que ninguna cuenta nota por sí sola. Cada cuenta sigue protegida: se cuentan sus intentos y se bloquean los navegadores extraños.',
    ],
    facts: [
      ['Red', from],
      ['Direcciones en una hora', `${addresses} o más`],
    ],
    closing: [
      'Considere rechazar esta red delante del portal. También puede ser una oficina que comparte dirección; escribimos una vez por hora como máximo.',
    ],
  }),
});
