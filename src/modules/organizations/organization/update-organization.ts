import { record } from '#modules/activity/index.ts';
import { queue } from '#modules/messages/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { OrganizationId, UserId } from '#kernel/ids.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { recipientsOf } from '../members/recipients.ts';
import { currencyInUse } from './currency-in-use.ts';
import { identityChanged } from './identity-changed.letter.ts';
import { currencyInUseRefusal, wrongVatNumber } from './organization.refusals.ts';
import {
  changeIdentity,
  type IdentityChange,
  type IdentityPart,
  type Organization,
  type VatCheck,
} from './organization.rules.ts';
import { saveIdentity, saveVatCheck } from './organization.store.ts';
import { lockOrganization, organizationOf } from './read-organization.ts';

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
  const changed = changeIdentity(before, change);
  if (changed.kind === 'wrong-vat-number') throw wrongVatNumber({ country: changed.country });
  const { identity, parts } = changed;
  if (parts.length === 0) return before;
  if (identity.currency !== before.currency) {
    const { currency } = before;
    const isInUse = await currencyInUse.announce(tx, { organizationId, currency }, now);
    if (isInUse) throw currencyInUseRefusal({ currency, wanted: identity.currency });
  }

  await saveIdentity(tx, organizationId, identity);
  await tell(tx, { organization: before, parts, actor }, now);
  return organizationOf(tx, organizationId);
}

type Told = {
  readonly organization: Organization;
  readonly parts: readonly IdentityPart[];
  readonly actor: Editor;
};

async function tell(tx: Tx, { organization, parts, actor }: Told, now: Instant): Promise<void> {
  const { organizationId, name } = organization;
  const link = `${settingsOf(tx).origin}/o/${organizationId}/organization`;
  for (const to of await recipientsOf(tx, organizationId, 'identity')) {
    const facts = { organization: name, parts, by: actor.name, at: now, link };
    await queue(tx, identityChanged, facts, to, now);
  }
  await record(
    tx,
    {
      stream: { organizationId },
      action: 'organizations.identity-changed',
      actor,
      about: { kind: 'organization', id: organizationId, label: name },
      facts: Object.fromEntries(parts.map((part) => [part, true])),
    },
    now,
  );
}

/** Keeps what the register said about an organization's VAT number. */
export async function recordVatCheck(
  tx: Tx,
  { organizationId, check, job }: { organizationId: OrganizationId; check: VatCheck; job: string },
  now: Instant,
): Promise<void> {
  const { vatNumber, name } = await lockOrganization(tx, organizationId);
  if (vatNumber === undefined) return;
  await saveVatCheck(tx, { organizationId, vatNumber }, check, now);
  await record(
    tx,
    {
      stream: { organizationId },
      action: 'organizations.vat-number-checked',
      actor: { kind: 'system', job },
      about: { kind: 'organization', id: organizationId, label: name },
      facts: { check },
    },
    now,
  );
}
