import { pages } from './pages.es.ts';
import type { Texts } from '#kernel/texts.ts';
import type { en } from './en.ts';

export const es = {
  ...pages,
  refusal: {},
  action: {},
} satisfies Texts<typeof en>;
