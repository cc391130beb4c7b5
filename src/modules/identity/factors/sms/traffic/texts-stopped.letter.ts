import { defineLetter } from '#modules/messages/index.ts';
import { kindOfPlace, type Traffic } from './traffic.rules.ts';

type Stopped = Traffic & { readonly link: string };

/** Texts somewhere were stopped: the provider's administrators look into it. */
export const textsStopped = defineLetter<Stopped>('identity.texts-stopped', {
  en: ({ sends, verified, link, ...at }) => ({
    subject: `We stopped texts to ${whereIn('en', at)}`,
    lines: [
      'Hardly any of the codes that we texted there came back. Usually that means that somebody is paid for texts and has them sent to numbers that nobody reads.',
    ],
    facts: [
      ['Where', whereIn('en', at)],
      ['Codes in six hours', String(sends)],
      ['Came back', String(verified)],
    ],
    action: { label: 'Look at texts', url: link },
    closing: [
      'No more leave, and nothing else has changed: people there use their other methods. Lift the stop when you know why it was.',
    ],
  }),
  es: ({ sends, verified, link, ...at }) => ({
    subject: `Hemos detenido los mensajes a ${whereIn('es', at)}`,
    lines: [
      'Casi ninguno de los códigos que enviamos allí ha vuelto. Suele significar que alguien cobra por los mensajes y los hace enviar a números que nadie lee.',
    ],
    facts: [
      ['Dónde', whereIn('es', at)],
      ['Códigos en seis horas', String(sends)],
      ['Han vuelto', String(verified)],
    ],
    action: { label: 'Ver los mensajes de texto', url: link },
    closing: [
      'No sale ninguno más y no ha cambiado nada más: allí las personas usan sus otros métodos. Levante la detención cuando sepa la causa.',
    ],
  }),
});

function whereIn(language: 'en' | 'es', { place, country }: Pick<Traffic, 'place' | 'country'>) {
  const name = new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? country;
  return kindOfPlace(place) === 'country' ? name : `${place} … (${name})`;
}
