// Written by `npm run api` from the texts of every module. Do not edit.
import { en as activity } from '#modules/activity/texts/en.ts';
import { en as billing } from '#modules/billing/texts/en.ts';
import { en as catalogue } from '#modules/catalogue/texts/en.ts';
import { en as identity } from '#modules/identity/texts/en.ts';
import { en as messages } from '#modules/messages/texts/en.ts';
import { en as organizations } from '#modules/organizations/texts/en.ts';
import { en as subscriptions } from '#modules/subscriptions/texts/en.ts';
import { en as ui } from '#ui/texts/en.ts';
import { en as web } from '#web/texts/en.ts';

export const texts = {
  activity,
  billing,
  catalogue,
  identity,
  messages,
  organizations,
  subscriptions,
  ui,
  web,
};
