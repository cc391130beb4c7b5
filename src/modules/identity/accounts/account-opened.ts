import type { UserId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import { defineNews } from '#platform/news.ts';

export type AccountOpened = {
  readonly userId: UserId;
  readonly firstName: string;
  readonly lastName: string;
  readonly address: string;
  readonly language: Language;
  readonly country: string;
};

/**
 * Somebody signed up alone and proved the address. In the same transaction the module organizations
 * makes the first organization, so that no user is ever without one (R22, R23).
 */
export const accountOpened = defineNews<AccountOpened>('identity.accountOpened');
