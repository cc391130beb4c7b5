import { pages } from './pages.es.ts';
import type { Texts } from '#kernel/texts.ts';
import type { en } from './en.ts';

export const es = {
  ...pages,
  refusal: {
    'no-such-message': 'Este mensaje no existe o no se le envió a usted.',
    'not-a-sandbox': 'El buzón de desarrollo existe solo en la demostración.',
  },
  action: {},
} satisfies Texts<typeof en>;
