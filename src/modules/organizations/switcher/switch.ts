import type { Instant } from '#kernel/calendar.ts';
import type { OrganizationId, UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { plain } from '../branding/branding.rules.ts';
import { brandingsOf } from '../branding/branding.store.ts';
import { presentBranding } from '../branding/present-branding.ts';
import { whatBlocks } from '../leaving/what-blocks.ts';
import { heldEverywhere } from '../rights/held.store.ts';
import { membershipOf } from '../members/member.store.ts';
import { permissionsIn } from '../members/rights.rules.ts';
import { organizationNotFound } from '../organization/organization.refusals.ts';
import { organizationsOf } from '../organization/organization.store.ts';
import { personalSuitesAmong } from './personal-suite.ts';
import { lastUsedBy, saveLastUsed } from './last-used.store.ts';
import { currentOf, inSwitcherOrder } from './switcher.rules.ts';

/** Every organization that one set of credentials opens (R26, R28). */
export async function listOwnOrganizations(tx: Tx, userId: UserId, now: Instant) {
  const memberships = await heldEverywhere(tx, userId);
  const ids = memberships.map(({ organizationId }) => organizationId);
  const suites = new Set(await personalSuitesAmong.announce(tx, { organizationIds: ids }, now));
  const byId = new Map(
    (await organizationsOf(tx, ids)).map((found) => [found.organizationId, found] as const),
  );
  const brandings = await brandingsOf(tx, ids);
  const blockers = await whatBlocks(tx, userId, memberships, now);
  const rows = memberships.flatMap((held) => {
    const { organizationId, role, joinedAt } = held;
    const found = byId.get(organizationId);
    if (!found) return [];
    const { name, kind, customerNumber, country, currency, createdBy } = found;
    const may = [...permissionsIn(held)];
    const row = { organizationId, name, kind, customerNumber, country, currency, role, may };
    const origin = createdBy === userId ? ('created' as const) : ('joined' as const);
    const isPersonalSuite = role === 'legal_representative' && suites.has(organizationId);
    const brand = presentBranding(brandings.get(organizationId) ?? plain(organizationId));
    const leaving = { blockedBy: [...(blockers.get(organizationId) ?? [])] };
    const joined = { joinedAt: joinedAt.toISOString(), origin };
    return [{ ...row, ...joined, isPersonalSuite, brand, leaving }];
  });
  return { rows: inSwitcherOrder(rows), current: currentOf(rows, await lastUsedBy(tx, userId)) };
}

/** The chosen organization is where the portal opens next time (R29). */
export async function switchTo(
  tx: Tx,
  chosen: { userId: UserId; organizationId: OrganizationId },
  now: Instant,
): Promise<void> {
  if (!(await membershipOf(tx, chosen.userId, chosen.organizationId))) {
    throw organizationNotFound({});
  }
  await saveLastUsed(tx, chosen, now);
}
