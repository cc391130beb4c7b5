import type { IconName } from '#ui/icon/icon.tsx';
import type { Permission } from '#kernel/permission.ts';
import { fileOf, routeLines, type Path, type RouteLine } from '#web/routes.tsx';

/** Entries of a left navigation; `label` is a key of the shell's texts under `nav`. */
export type NavEntry = { readonly label: NavLabel; readonly icon: IconName; readonly path: Path };
export type NavGroup = { readonly title?: NavGroupTitle; readonly entries: readonly NavEntry[] };

export type NavLabel =
  | 'home'
  | 'products'
  | 'order'
  | 'orders'
  | 'invoices'
  | 'prepaid'
  | 'addresses'
  | 'organization'
  | 'members'
  | 'teams'
  | 'branding'
  | 'policies'
  | 'activity'
  | 'profile'
  | 'security'
  | 'access'
  | 'my-activity'
  | 'my-organizations'
  | 'notifications'
  | 'messages'
  | 'staff-organizations'
  | 'staff-accounts'
  | 'staff-people'
  | 'staff-bank'
  | 'staff-work-items'
  | 'staff-invoices'
  | 'staff-catalogue'
  | 'staff-mailbox'
  | 'staff-texts'
  | 'staff-jobs';
export type NavGroupTitle = 'billing' | 'organization' | 'money' | 'instance';

const organization: readonly NavGroup[] = [
  {
    entries: [
      { label: 'home', icon: 'home', path: '/o/$organizationId' },
      { label: 'products', icon: 'product', path: '/o/$organizationId/products' },
      { label: 'orders', icon: 'order', path: '/o/$organizationId/orders' },
    ],
  },
  {
    title: 'billing',
    entries: [
      { label: 'invoices', icon: 'invoice', path: '/o/$organizationId/billing/invoices' },
      { label: 'prepaid', icon: 'wallet', path: '/o/$organizationId/billing/prepaid' },
      { label: 'addresses', icon: 'address', path: '/o/$organizationId/billing/addresses' },
    ],
  },
  {
    title: 'organization',
    entries: [
      { label: 'organization', icon: 'organization', path: '/o/$organizationId/organization' },
      { label: 'members', icon: 'people', path: '/o/$organizationId/organization/members' },
      { label: 'teams', icon: 'team', path: '/o/$organizationId/organization/teams' },
      { label: 'branding', icon: 'picture', path: '/o/$organizationId/organization/branding' },
      { label: 'policies', icon: 'security', path: '/o/$organizationId/organization/policies' },
      { label: 'activity', icon: 'history', path: '/o/$organizationId/organization/activity' },
    ],
  },
];

const account: readonly NavGroup[] = [
  {
    entries: [
      { label: 'profile', icon: 'person', path: '/account/profile' },
      { label: 'security', icon: 'security', path: '/account/security' },
      { label: 'access', icon: 'device', path: '/account/access' },
      { label: 'my-activity', icon: 'history', path: '/account/activity' },
      { label: 'my-organizations', icon: 'organization', path: '/account/organizations' },
      { label: 'notifications', icon: 'bell', path: '/account/notifications' },
      { label: 'messages', icon: 'mail', path: '/account/messages' },
    ],
  },
];

const staff: readonly NavGroup[] = [
  {
    entries: [
      { label: 'staff-organizations', icon: 'organization', path: '/staff/organizations' },
      { label: 'staff-accounts', icon: 'security', path: '/staff/accounts' },
      { label: 'staff-catalogue', icon: 'product', path: '/staff/catalogue' },
    ],
  },
  {
    title: 'money',
    entries: [
      { label: 'staff-bank', icon: 'bank', path: '/staff/bank' },
      { label: 'staff-work-items', icon: 'work', path: '/staff/work-items' },
      { label: 'staff-invoices', icon: 'invoice', path: '/staff/invoices' },
    ],
  },
  {
    title: 'instance',
    entries: [
      { label: 'staff-mailbox', icon: 'mail', path: '/staff/mailbox' },
      { label: 'staff-texts', icon: 'device', path: '/staff/texts' },
      { label: 'staff-people', icon: 'people', path: '/staff/people' },
      { label: 'staff-jobs', icon: 'tool', path: '/staff/jobs' },
    ],
  },
];

/** Only what has a page. */
function built(groups: readonly NavGroup[]): readonly NavGroup[] {
  return groups
    .map((group) => ({ ...group, entries: group.entries.filter(({ path }) => hasPage(path)) }))
    .filter((group) => group.entries.length > 0);
}

function hasPage(path: Path): boolean {
  const line = routeLines.find((line) => line.path === path);
  return line !== undefined && fileOf(line.page) !== undefined;
}

export const navigation = {
  organization: built(organization),
  account: built(account),
  staff: built(staff),
};

/**
 * What switching keeps: the page above or at this address that exists in every organization, where
 * the reader may see it there too; else the other organization's home.
 */
export function pageToKeep(fullPath: string, may: readonly Permission[]): string {
  const kept = fullPath.split('/$').slice(0, 2).join('/$');
  const line: RouteLine | undefined = routeLines.find(({ path }) => path === kept);
  const isSeen =
    line?.area === 'organization' && (line.needs === undefined || may.includes(line.needs));
  return isSeen ? kept.replace(/^\/o\/\$organizationId/, '') : '';
}
