import { findUserByAddress } from '#modules/identity/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import { fromCursor, toCursor } from '#kernel/cursor.ts';
import { organizationId, type OrganizationId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { listMembers } from '../members/list-members.ts';
import { grantsOf, type Grant } from '../on-account/grant.store.ts';
import type { Organization } from '../organization/organization.rules.ts';
import { searchOrganizations } from '../organization/organization.store.ts';
import { readablePhone } from '../organization/phone.rules.ts';
import { organizationOf } from '../organization/read-organization.ts';
import { lookFor } from './search.rules.ts';

export type Search = {
  readonly text?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

/** What staff find by a name, a customer number, or the mail address of a member. */
export async function findOrganizations(tx: Tx, { text = '', cursor, limit }: Search) {
  const [last = ''] = fromCursor(cursor ?? '', 1) ?? [];
  const before = organizationId.safeParse(last).data;
  const { words, customerNumber, address } = lookFor(text);
  const member = address === undefined ? undefined : await findUserByAddress(tx, address);
  if (address !== undefined && !member) return { rows: [], next: null };

  const wanted = { words, customerNumber, memberId: member?.userId, before };
  const found = await searchOrganizations(tx, wanted, limit + 1);
  const rows = found.slice(0, limit);
  const end = found.length > limit ? rows.at(-1) : undefined;
  return { rows: rows.map(row), next: end ? toCursor([end.organizationId]) : null };
}

/** More would be a list of its own; the oldest are those whom staff look for. */
const membersShown = 200;

export async function readForStaff(tx: Tx, id: OrganizationId, now: Instant) {
  const organization = await organizationOf(tx, id);
  const { address, vatNumber, vatCheck, language } = organization;
  return {
    ...row(organization),
    language,
    address: address ?? null,
    vatNumber: vatNumber ?? null,
    vatCheck: vatCheck ?? null,
    phone: organization.phone === undefined ? null : readablePhone(organization.phone),
    deletedAt: organization.deletedAt?.toISOString() ?? null,
    members: (await listMembers(tx, { organizationId: id }, { limit: membersShown }, now)).rows,
    grants: (await grantsOf(tx, id)).map(grantOut),
  };
}

function row(organization: Organization) {
  const { organizationId: id, customerNumber, kind, name, country, currency } = organization;
  return {
    organizationId: id,
    customerNumber,
    kind,
    name,
    country,
    currency,
    onAccount: organization.onAccount,
    createdAt: organization.createdAt.toISOString(),
  };
}

function grantOut({ reason, grantedAt, grantedBy, revoked }: Grant) {
  const ended = revoked && {
    revokedAt: revoked.at.toISOString(),
    revokedBy: revoked.by,
    revokedBecause: revoked.because,
  };
  return { reason, grantedAt: grantedAt.toISOString(), grantedBy, ...ended };
}
