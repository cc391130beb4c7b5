import type { CatalogueFileInput } from '#modules/catalogue/index.ts';
import { domain, mailService, webHosting } from './hosting.ts';
import { backup, customBrand, nas, premiumSupport } from './services.ts';
import { personalSuite, suite } from './suites.ts';

/** What the demo sells, in the order of the page. */
export const catalogueFigures: CatalogueFileInput = {
  validFrom: '2024-01-01',
  products: [
    domain,
    webHosting,
    mailService,
    suite,
    personalSuite,
    backup,
    nas,
    premiumSupport,
    customBrand,
  ],
};
