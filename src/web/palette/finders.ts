import type { TFunction } from 'i18next';
import type { OrganizationId } from '#kernel/ids.ts';
import { inLanguage } from '#kernel/language.ts';
import { formatIn } from '#ui/format/use-format.ts';
import type { IconName } from '#ui/icon/icon.tsx';
import { matches } from '#ui/text/matches.rules.ts';
import { call } from '#web/api/client.ts';
import { spoken, written } from '#web/language/i18n.ts';
import { place } from '#web/routing/place.ts';
import { navigation, type NavEntry } from '#web/shell/navigation.ts';

/** Where the palette was opened: what it finds depends on it. */
export type PaletteSide =
  | { readonly kind: 'organization'; readonly organizationId: OrganizationId | undefined }
  | { readonly kind: 'staff' };

export type Found = {
  readonly to: string;
  readonly label: string;
  readonly note?: string;
  readonly icon: IconName;
};

/** The pages of a side, by their names in the navigation. */
export function findPages(side: PaletteSide, text: string, t: TFunction): Found[] {
  const entries =
    side.kind === 'staff'
      ? navigation.staff
      : [...(side.organizationId ? navigation.organization : []), ...navigation.account];
  return entries
    .flatMap((group) => group.entries)
    .map((entry) => ({
      to: addressIn(side, entry),
      label: t(`nav.${entry.label}`),
      icon: entry.icon,
    }))
    .filter(({ label }) => matches(label, text));
}

function addressIn(side: PaletteSide, { path }: NavEntry): string {
  const organizationId = side.kind === 'organization' ? (side.organizationId ?? '') : '';
  return place(path as '/o/$organizationId', { organizationId });
}

/**
 * What the API finds. Another kind of thing is one function here: its route with `text`, and where
 * a
 * row leads.
 */
const inOrganization = [findInvoices, findProducts];
const asStaff = [findOrganizations];

export async function findThings(side: PaletteSide, text: string): Promise<Found[]> {
  if (text.trim().length < 2) return [];
  const { organizationId } = side.kind === 'organization' ? side : { organizationId: undefined };
  const found =
    side.kind === 'staff'
      ? asStaff.map((find) => find(text))
      : organizationId
        ? inOrganization.map((find) => find(text, organizationId))
        : [];
  const results = await Promise.all(found.map((one) => one.catch(() => [])));
  return results.flat();
}

async function findInvoices(text: string, organizationId: OrganizationId): Promise<Found[]> {
  const { rows } = await call('listInvoices', {
    params: { organizationId },
    query: { text, limit: 5 },
  });
  const format = formatIn(written());
  return rows.map(({ invoiceId, number, gross, issuedOn }) => ({
    to: place('/o/$organizationId/billing/invoices/$invoiceId', { organizationId, invoiceId }),
    label: number,
    note: `${format.money(gross)} · ${format.day(issuedOn)}`,
    icon: 'invoice',
  }));
}

async function findProducts(text: string, organizationId: OrganizationId): Promise<Found[]> {
  const { rows } = await call('listProducts', {
    params: { organizationId },
    query: { text, limit: 5 },
  });
  return rows.map(({ subscriptionId, label, productName }) => ({
    to: place('/o/$organizationId/products/$subscriptionId', { organizationId, subscriptionId }),
    label: label || inLanguage(productName, spoken()),
    note: inLanguage(productName, spoken()),
    icon: 'product',
  }));
}

async function findOrganizations(text: string): Promise<Found[]> {
  const { rows } = await call('findOrganizations', { query: { text, limit: 8 } });
  return rows.map(({ organizationId, name, customerNumber }) => ({
    to: place('/staff/organizations/$organizationId', { organizationId }),
    label: name,
    note: customerNumber,
    icon: 'organization',
  }));
}
