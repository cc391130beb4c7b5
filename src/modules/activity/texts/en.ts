import { pages } from './pages.en.ts';

export const en = {
  ...pages,
  refusal: {},
  action: {},
} as const;
