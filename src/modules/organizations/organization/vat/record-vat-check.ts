import { record } from '#modules/activity/index.ts';
import { system } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { VatCheck } from '../organization.rules.ts';
import { saveVatCheck, uncheckedNumbers } from '../organization.store.ts';
import { lockOrganization, organizationOf } from '../read-organization.ts';
import { askRegister, type AskedNumber } from './ask-register.ts';
import type { VatQuestion } from './vat-register.rules.ts';

/** What the register is to be asked; undefined where the number no longer waits for an answer. */
export async function vatQuestion(
  tx: Tx,
  { organizationId, vatNumber }: AskedNumber,
): Promise<VatQuestion | undefined> {
  const found = await organizationOf(tx, organizationId);
  const isWaiting =
    found.vatNumber === vatNumber && found.vatCheck === 'unknown' && !found.deletedAt;
  return isWaiting ? { country: found.country, vatNumber } : undefined;
}

type Answer = AskedNumber & { readonly check: VatCheck };

/** Keeps what the register said, while the number is still the one it was asked about. */
export async function recordVatCheck(
  tx: Tx,
  { organizationId, vatNumber, check }: Answer,
  now: Instant,
): Promise<void> {
  const organization = await lockOrganization(tx, organizationId);
  if (organization.vatNumber !== vatNumber || organization.vatCheck === check) return;
  await saveVatCheck(tx, { organizationId, vatNumber }, check, now);
  await record(
    tx,
    {
      stream: { organizationId },
      action: 'organizations.vat-number-checked',
      actor: system('vat-register'),
      about: { kind: 'organization', id: organizationId, label: organization.name },
      facts: { check, vatNumber },
    },
    now,
  );
}

/** A day's worth: whoever is left is asked about tomorrow. */
const atMost = 1000;

/** The register may have been down: it is asked again about every number without an answer. */
export async function askAgain(tx: Tx): Promise<void> {
  for (const asked of await uncheckedNumbers(tx, atMost)) await askRegister(tx, asked);
}
