import { record, type Facts } from '#modules/activity/index.ts';
import { queue } from '#modules/messages/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { OrganizationId, UserId } from '#kernel/ids.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { recipientsOf } from '../members/recipients.ts';
import { currencyInUse } from './currency/currency-in-use.ts';
import { identityChanged } from './identity-changed.letter.ts';
import { currencyInUseRefusal, wrongPhone, wrongVatNumber } from './organization.refusals.ts';
import {
  changeIdentity,
  type Changed,
  type Identity,
  type IdentityChange,
  type IdentityPart,
  type Organization,
} from './organization.rules.ts';
import { saveIdentity } from './organization.store.ts';
import { lockOrganization, organizationOf } from './read-organization.ts';
import { askRegister } from './vat/ask-register.ts';

type Editor = { readonly kind: 'user'; readonly userId: UserId; readonly name: string };

type Command = {
  readonly organizationId: OrganizationId;
  readonly change: IdentityChange;
  readonly actor: Editor;
};

/** Changes legal identity data (R25, D1). Every legal representative is told. */
export async function updateOrganization(
  tx: Tx,
  { organizationId, change, actor }: Command,
  now: Instant,
): Promise<Organization> {
  const before = await lockOrganization(tx, organizationId);
  const { identity, parts } = identityOrRefusal(changeIdentity(before, change));
  if (parts.length === 0) return before;
  if (identity.currency !== before.currency) {
    const { currency } = before;
    const isInUse = await currencyInUse.announce(tx, { organizationId, currency }, now);
    if (isInUse) throw currencyInUseRefusal({ currency, wanted: identity.currency });
  }

  await saveIdentity(tx, organizationId, identity);
  const { vatNumber, vatCheck } = identity;
  if (vatNumber && vatCheck === 'unknown') await askRegister(tx, { organizationId, vatNumber });
  await tell(tx, { organization: before, identity, parts, actor }, now);
  return organizationOf(tx, organizationId);
}

/** What was wished, or the refusal that names what is wrong with it. */
export function identityOrRefusal(changed: Changed): Extract<Changed, { kind: 'changed' }> {
  if (changed.kind === 'changed') return changed;
  const wrong = changed.kind === 'wrong-phone' ? wrongPhone : wrongVatNumber;
  throw wrong({ country: changed.country });
}

type Told = {
  readonly organization: Organization;
  readonly identity: Identity;
  readonly parts: readonly IdentityPart[];
  readonly actor: Editor;
};

async function tell(
  tx: Tx,
  { organization, identity, parts, actor }: Told,
  now: Instant,
): Promise<void> {
  const { organizationId, name } = organization;
  const link = `${settingsOf(tx).origin}/o/${organizationId}/organization`;
  for (const to of await recipientsOf(tx, organizationId, 'identity')) {
    const facts = { organization: name, identity, parts, by: actor.name, at: now, link };
    await queue(tx, identityChanged, facts, to, now);
  }
  const stream = { organizationId };
  const about = { kind: 'organization', id: organizationId, label: identity.name };
  for (const part of parts) {
    const action = `organizations.${actionOf[part]}`;
    const facts = historyOf(part, organization, identity);
    await record(tx, { stream, action, actor, about, facts }, now);
  }
}

const actionOf: Readonly<Record<IdentityPart, string>> = {
  kind: 'kind-changed',
  name: 'name-changed',
  address: 'address-changed',
  country: 'country-changed',
  vatNumber: 'vat-number-changed',
  phone: 'phone-changed',
  language: 'language-changed',
};

/** The log stays for ever: where somebody lives and what number they have is not told in it. */
function historyOf(part: IdentityPart, before: Identity, after: Identity): Facts {
  if (part === 'address' || part === 'phone') return {};
  const values = { before: before[part] ?? '–', after: after[part] ?? '–' };
  return part === 'country' ? { ...values, currency: after.currency } : values;
}
