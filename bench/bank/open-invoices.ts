// A provider with many customers who owe something: rows of organizations by SQL, invoices by the
// real act.
import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { system } from '#kernel/actor.ts';
import { fromUuid, type OrganizationId } from '#kernel/ids.ts';
import { money } from '#kernel/money.ts';
import { newId } from '#kernel/new-id.ts';
import { issueInvoices } from '#modules/billing/invoices/issue/issue-invoices.ts';
import { drawReferences } from '#modules/billing/references/draw-references.ts';
import { accountFor, sellerOf } from '#modules/billing/seller/load-seller.ts';
import type { Within } from '#platform/database/database.ts';

export type Owed = { readonly reference: string; readonly minor: bigint };

/** Organizations, each with one owner who is written to. */
export async function addOrganizations(owner: Kysely<unknown>, count: number) {
  await sql`
    with made as (
      select i, gen_random_uuid() as organization, gen_random_uuid() as person
      from generate_series(1, ${count}::integer) as i
    ), people as (
      insert into identity.user (id, first_name, last_name, address, address_key, address_proven_at,
        language, country, created_at)
      select person, 'Payer', i::text, 'payer' || i || '@example.com', 'payer' || i || '@example.com', '2026-01-01',
        'en', 'CH', '2026-01-01' from made
    ), organizations as (
      insert into organizations.organization (organization_id, customer_number, kind, name, street,
        street_number, postcode, town, country, currency, language, created_at, created_by)
      select organization, 500000 + i, 'company', 'Customer ' || i, 'Rue du Lac', '1', '1200', 'Genève',
        'CH', 'CHF', 'en', '2026-01-01', person from made returning organization_id
    )
    insert into organizations.member (organization_id, user_id, role, joined_at)
    select organization, person, 'legal_representative', '2026-01-01' from made`.execute(owner);
  const { rows } = await sql<{ id: string }>`
    select organization_id as id from organizations.organization`.execute(owner);
  return rows.map(({ id }) => fromUuid('org', id));
}

/** Open invoices, evenly over the organizations. */
export async function issueOpen(
  within: Within,
  organizations: readonly OrganizationId[],
  count: number,
): Promise<Owed[]> {
  const owed: Owed[] = [];
  const now = new Date('2026-03-01T10:00:00Z');
  for (let done = 0; done < count; done += 1000) {
    const size = Math.min(1000, count - done);
    await within(async (tx) => {
      const seller = await sellerOf(tx);
      const account = accountFor(seller, 'CHF');
      const wishes = Array.from({ length: size }, (_, index) => ({
        kind: 'invoice' as const,
        organizationId: at(organizations, done + index),
        subjectId: newId('inv', now),
        account,
      }));
      const references = await drawReferences(tx, wishes, now);
      const drafts = wishes.map(({ organizationId, subjectId }, index) => {
        const reference = references[index] ?? '';
        const minor = minorOf(reference);
        owed.push({ reference, minor });
        return {
          draft: draftOf(organizationId, subjectId, { reference, minor, version: seller.version }),
        };
      });
      await issueInvoices(tx, drafts, system('bench'), now);
    });
  }
  return owed;
}

const at = (organizations: readonly OrganizationId[], index: number): OrganizationId => {
  const found = organizations[index % organizations.length];
  if (!found) throw new Error('no organizations');
  return found;
};

/** Amounts as different as real ones, and the same in every run. */
function minorOf(reference: string): bigint {
  return 500n + BigInt(createHash('sha256').update(reference).digest().readUInt16BE(0));
}

type Asked = { readonly reference: string; readonly minor: bigint; readonly version: number };

function draftOf(organizationId: OrganizationId, invoiceId: `inv_${string}`, asked: Asked) {
  const net = money(asked.minor, 'CHF');
  const nothing = money(0n, 'CHF');
  const vat = { code: 'Z', country: 'CH', basisPoints: 0 } as const;
  return {
    ...{ invoiceId, organizationId, reference: asked.reference, language: 'en' as const },
    subject: { kind: 'order', id: invoiceId },
    proFormaId: undefined,
    sellerVersion: asked.version,
    buyer: {
      ...{ name: 'Customer', street: 'Rue du Lac', number: '1', postcode: '1200', town: 'Genève' },
      country: 'CH',
    },
    priced: {
      ...{ treatment: 'charged' as const, currency: 'CHF' as const, net, vat: nothing, gross: net },
      vatRows: [{ ...vat, base: net, vat: nothing }],
      lines: [
        {
          productCode: 'web-hosting',
          subject: { kind: 'order-item', id: invoiceId },
          text: { en: 'Web hosting' },
          quantity: 1,
          ...{ unit: net, net, steps: [] },
          vatCategory: 'standard' as const,
          vat,
        },
      ],
    },
  };
}
