import type { Actor } from '#kernel/actor.ts';
import type { OrganizationId, UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { serve } from '#platform/http/route.ts';
import { authorizeInOrganization } from '../members/authorize.ts';
import * as act from './change-contact.ts';
import { changeContact, listMyContacts, readContact } from './contact.contract.ts';
import * as read from './read-contact.ts';

export const contactRoutes = [
  serve(listMyContacts, async ({ tx, actor }) => ({
    rows: await read.listOwnContacts(tx, actor.userId),
  })),
  serve(readContact, async ({ tx, actor, params }) => {
    await authorizeFor(tx, actor, params);
    return read.readContact(tx, params);
  }),
  serve(changeContact, async ({ tx, now, actor, params, body: contact }) => {
    await authorizeFor(tx, actor, params);
    await act.changeContact(tx, { ...params, contact, actor }, now);
  }),
];

type Whose = { readonly organizationId: OrganizationId; readonly userId: UserId };

/** What one reads is one's own choice; of others only those choose who manage the members. */
async function authorizeFor(tx: Tx, actor: Actor, { organizationId, userId }: Whose) {
  if (actor.kind === 'user' && actor.userId === userId) return;
  await authorizeInOrganization(tx, actor, 'members.manage', organizationId);
}
