import { record } from '#modules/activity/index.ts';
import { fullName, userOf } from '#modules/identity/index.ts';
import { queue } from '#modules/messages/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { OrganizationId, UserId } from '#kernel/ids.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { memberNotFound } from '../members/member.refusals.ts';
import { membershipOf } from '../members/member.store.ts';
import { lockOrganization } from '../organization/read-organization.ts';
import type { Organization } from '../organization/organization.rules.ts';
import { contactChanged } from './contact-changed.letter.ts';
import { billingNotOff } from './contact.refusals.ts';
import { refuseBillingOff, type Contact } from './contact.rules.ts';
import { choicesIn, chosen, saveContact } from './contact.store.ts';
import { standingIn } from './standing.ts';

type Changer = { readonly kind: 'user'; readonly userId: UserId; readonly name: string };

type Command = {
  readonly organizationId: OrganizationId;
  readonly userId: UserId;
  readonly contact: Contact;
  readonly actor: Changer;
};

/**
 * Changes what a member reads about the organization (N1). Under its lock: of two who turn bills
 * off at once somebody keeps reading them. Whoever did not do it themselves is told.
 */
export async function changeContact(
  tx: Tx,
  { organizationId, userId, contact, actor }: Command,
  now: Instant,
): Promise<void> {
  const organization = await lockOrganization(tx, organizationId);
  if (!(await membershipOf(tx, userId, organizationId))) throw memberNotFound({});
  const before = chosen(await choicesIn(tx, organizationId), userId);
  const { billing, products } = contact;
  if (billing === before.billing && products === before.products) return;
  if (before.billing && !billing) await refuseIfNobodyReads(tx, organizationId, userId);
  await saveContact(tx, { organizationId, userId }, contact);
  await tell(tx, { organization, userId, contact, actor }, now);
}

async function refuseIfNobodyReads(
  tx: Tx,
  organizationId: OrganizationId,
  userId: UserId,
): Promise<void> {
  const members = await standingIn(tx, organizationId, 'billing');
  const who = members.find((member) => member.userId === userId);
  if (!who) return;
  const others = members.filter((member) => member !== who);
  const because = refuseBillingOff(who, others);
  if (because) throw billingNotOff({ because });
}

type Told = Omit<Command, 'organizationId'> & { readonly organization: Organization };

async function tell(
  tx: Tx,
  { organization, userId, contact, actor }: Told,
  now: Instant,
): Promise<void> {
  const { organizationId, name: called } = organization;
  const user = await userOf(tx, userId);
  const name = fullName(user.name);
  if (actor.userId !== userId) {
    const { address, language } = user;
    const link = `${settingsOf(tx).origin}/account/notifications`;
    const facts = { organization: called, by: actor.name, contact, link };
    await queue(
      tx,
      contactChanged,
      facts,
      { userId, address, language, name, organizationId },
      now,
    );
  }
  const about = { kind: 'user', id: userId, label: name };
  const action = 'organizations.contact-changed';
  const { billing, products } = contact;
  const facts = { billing: said(billing), products: said(products) };
  await record(tx, { stream: { organizationId }, action, actor, about, facts }, now);
}

/** As the texts of the log call it. */
const said = (isOn: boolean): string => (isOn ? 'on' : 'off');
