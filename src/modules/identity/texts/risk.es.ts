import type { Texts } from '#kernel/texts.ts';
import type * as english from './risk.en.ts';

export const riskRefusals = {
  'token-renewed': 'Su sesión se acaba de renovar. Vuelva a intentarlo en un momento.',
} satisfies Texts<typeof english.riskRefusals>;

export const riskActions = {
  'token-copied': 'Sesión cerrada: se ha vuelto a mostrar una clave ya sustituida',
  'unusual-country': 'Este inicio de sesión venía de un país nuevo para la cuenta',
  'unusual-speed': 'Nadie viaja tan deprisa desde el lugar del inicio de sesión anterior',
  'unusual-absence': 'La cuenta llevaba tres meses o más sin usarse',
  'unusual-anonymiser':
    'Este inicio de sesión venía a través de un servicio que oculta dónde está quien lo usa',
  'unusual-failures': 'Antes de este inicio de sesión se probaron varias contraseñas incorrectas',
} satisfies Texts<typeof english.riskActions>;
