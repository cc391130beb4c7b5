import 'i18next';
import type { texts } from './en.generated.ts';

/** Keys and parameters of `t` are checked against the English texts. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'web';
    resources: typeof texts;
    returnNull: false;
  }
}
