import type { Signal } from '../../risk/risk.rules.ts';

type Language = 'en' | 'es';
type Told = Exclude<Signal, 'new-device'>;

/** Why a sign-in is written about, in plain words. */
const reasons: { readonly [L in Language]: { readonly [S in Told]: string } } = {
  en: {
    'new-country': 'It came from a country in which you had not signed in lately.',
    'impossible-speed': 'Nobody travels that fast from the place of the sign-in before.',
    'long-absence': 'Your account had not been used for three months or longer.',
    anonymiser: 'It came through a service that hides where somebody is.',
    'many-failures': 'Several wrong passwords were tried before the right one.',
  },
  es: {
    'new-country': 'Venía de un país en el que usted no había entrado últimamente.',
    'impossible-speed': 'Nadie viaja tan deprisa desde el lugar del inicio de sesión anterior.',
    'long-absence': 'Su cuenta llevaba tres meses o más sin usarse.',
    anonymiser: 'Venía a través de un servicio que oculta dónde está quien lo usa.',
    'many-failures': 'Antes de la contraseña correcta se probaron varias incorrectas.',
  },
};

const label = { en: 'Unusual', es: 'Inusual' } as const;

/** The reasons as rows of a mail; a new device is what its mail is about. */
export function unusualIn(
  language: Language,
  signals: readonly Signal[],
): (readonly [string, string])[] {
  const told = signals.filter((signal) => signal !== 'new-device');
  return told.map((signal) => [label[language], reasons[language][signal]]);
}
