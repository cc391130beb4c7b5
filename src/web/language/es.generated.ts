// Written by `npm run api` from the texts of every module. Do not edit.
import { es as activity } from '#modules/activity/texts/es.ts';
import { es as billing } from '#modules/billing/texts/es.ts';
import { es as catalogue } from '#modules/catalogue/texts/es.ts';
import { es as identity } from '#modules/identity/texts/es.ts';
import { es as messages } from '#modules/messages/texts/es.ts';
import { es as organizations } from '#modules/organizations/texts/es.ts';
import { es as subscriptions } from '#modules/subscriptions/texts/es.ts';
import { es as ui } from '#ui/texts/es.ts';
import { es as web } from '#web/texts/es.ts';

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
