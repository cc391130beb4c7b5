import type { Texts } from '#kernel/texts.ts';
import type * as english from './proof-of-work.en.ts';

export const working = 'Comprobando que usted no es un robot…';

export const workRefusals = {
  'proof-of-work-wanted':
    'En este momento llegan muchos intentos, y este navegador no ha podido demostrar que usted no es un robot. Lo que ha escrito no se ha usado. Vuelva a intentarlo en {{retryAfterSeconds}} segundos o con un navegador actual.',
} as const satisfies Texts<typeof english.workRefusals>;
