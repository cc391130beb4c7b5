import { serve } from '#platform/http/route.ts';
import { userOf } from '#modules/identity/index.ts';
import { authorizeInOrganization } from '../members/authorize.ts';
import { createFurtherOrganization } from './create-organization.ts';
import { readCurrencyChange } from './currency/read-currency-change.ts';
import * as promise from './organization.contract.ts';
import { presentOrganization } from './present-organization.ts';
import { organizationOf } from './read-organization.ts';
import { updateOrganization } from './update-organization.ts';

export const organizationRoutes = [
  serve(promise.readOrganization, async ({ tx, actor, params: { organizationId } }) =>
    presentOrganization(
      await organizationOf(tx, organizationId),
      await authorizeInOrganization(tx, actor, 'organization.see', organizationId),
    ),
  ),
  serve(promise.updateOrganization, async ({ tx, now, actor, params, body }) => {
    const { organizationId } = params;
    const organization = await updateOrganization(tx, { organizationId, change: body, actor }, now);
    const held = await authorizeInOrganization(tx, actor, 'organization.see', organizationId);
    return presentOrganization(organization, held);
  }),
  serve(promise.createOrganization, async ({ tx, now, actor, body }) => {
    const { address, vatNumber, phone, ...named } = body;
    const wanted = {
      ...named,
      language: body.language ?? (await userOf(tx, actor.userId)).language,
      address: address ?? undefined,
      vatNumber: vatNumber || undefined,
      phone: phone || undefined,
      by: { userId: actor.userId, name: actor.name },
    };
    const organization = await createFurtherOrganization(tx, wanted, now);
    const { organizationId } = organization;
    const held = await authorizeInOrganization(tx, actor, 'organization.see', organizationId);
    return presentOrganization(organization, held);
  }),
  serve(promise.readCurrencyChange, ({ tx, now, params, query }) =>
    readCurrencyChange(tx, { ...params, ...query }, now),
  ),
];
