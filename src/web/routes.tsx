// Every page of Atrio: its address, its file, the area around it.
//
// To add one: write src/modules/<module>/<feature>/<name>.page.tsx with `export function
// <Name>Page`,
// and one line here: { path, page: '<module>/<name>', area }. Its `$parameters` become its
// properties.
// A line whose file does not exist yet makes no route, so the build stays green meanwhile.
import type { ComponentType } from 'react';
import type { Permission } from '#kernel/permission.ts';

/** What stands around a page: the customer's shell, the account's, the staff's, or a lone card. */
export type Area = 'organization' | 'account' | 'staff' | 'door' | 'bare';

export type RouteLine = {
  readonly path: string;
  readonly page: string;
  readonly area: Area;
  /** Who sees it in an organization; switching to another one keeps the page where it is held. */
  readonly needs?: Permission;
};

export const routeLines = [
  { path: '/', page: 'web/start', area: 'bare' },
  { path: '/account', page: 'web/account-start', area: 'bare' },
  { path: '/staff', page: 'web/staff-start', area: 'bare' },

  { path: '/o/$organizationId', page: 'web/home', area: 'organization' },
  {
    path: '/o/$organizationId/products',
    page: 'subscriptions/products',
    area: 'organization',
    needs: 'products.see',
  },
  {
    path: '/o/$organizationId/products/order',
    page: 'subscriptions/place-order',
    area: 'organization',
    needs: 'products.order',
  },
  {
    path: '/o/$organizationId/products/$subscriptionId',
    page: 'subscriptions/product',
    area: 'organization',
  },
  {
    path: '/o/$organizationId/products/$subscriptionId/move',
    page: 'subscriptions/move-product',
    area: 'organization',
    needs: 'products.move',
  },
  {
    path: '/o/$organizationId/orders',
    page: 'subscriptions/orders',
    area: 'organization',
    needs: 'billing.see',
  },
  { path: '/o/$organizationId/orders/$orderId', page: 'subscriptions/order', area: 'organization' },
  {
    path: '/o/$organizationId/billing/invoices',
    page: 'billing/invoices',
    area: 'organization',
    needs: 'billing.see',
  },
  {
    path: '/o/$organizationId/billing/invoices/$invoiceId',
    page: 'billing/invoice',
    area: 'organization',
  },
  {
    path: '/o/$organizationId/billing/pro-formas/$proFormaId',
    page: 'billing/pro-forma',
    area: 'organization',
  },
  {
    path: '/o/$organizationId/billing/prepaid',
    page: 'billing/prepaid',
    area: 'organization',
    needs: 'billing.see',
  },
  {
    path: '/o/$organizationId/billing/addresses',
    page: 'billing/addresses',
    area: 'organization',
    needs: 'billing.see',
  },
  {
    path: '/o/$organizationId/organization',
    page: 'organizations/organization',
    area: 'organization',
  },
  {
    path: '/o/$organizationId/organization/deletion',
    page: 'organizations/organization-deletion',
    area: 'organization',
    needs: 'organization.edit-identity',
  },
  {
    path: '/o/$organizationId/organization/members',
    page: 'organizations/members',
    area: 'organization',
    needs: 'members.see',
  },
  {
    path: '/o/$organizationId/organization/members/$userId',
    page: 'organizations/member',
    area: 'organization',
  },
  {
    path: '/o/$organizationId/organization/teams',
    page: 'organizations/teams',
    area: 'organization',
    needs: 'teams.see',
  },
  {
    path: '/o/$organizationId/organization/teams/$teamId',
    page: 'organizations/team',
    area: 'organization',
  },
  {
    path: '/o/$organizationId/organization/branding',
    page: 'organizations/branding',
    area: 'organization',
  },
  {
    path: '/o/$organizationId/organization/policies',
    page: 'organizations/policies',
    area: 'organization',
  },
  {
    path: '/o/$organizationId/organization/activity',
    page: 'activity/organization-activity',
    area: 'organization',
    needs: 'activity.see',
  },

  { path: '/account/profile', page: 'identity/profile', area: 'account' },
  { path: '/account/security', page: 'identity/security', area: 'account' },
  { path: '/account/security/settings', page: 'identity/security-settings', area: 'account' },
  {
    path: '/account/security/recovery-address',
    page: 'identity/recovery-address',
    area: 'account',
  },
  { path: '/account/security/two-factor', page: 'identity/two-factor', area: 'account' },
  { path: '/account/access', page: 'identity/access', area: 'account' },
  { path: '/account/activity', page: 'activity/my-activity', area: 'account' },
  { path: '/account/organizations', page: 'organizations/my-organizations', area: 'account' },
  {
    path: '/account/organizations/new',
    page: 'organizations/create-organization',
    area: 'account',
  },
  { path: '/account/notifications', page: 'organizations/notifications', area: 'account' },
  { path: '/account/take-over', page: 'subscriptions/take-over', area: 'account' },
  { path: '/account/messages', page: 'messages/my-messages', area: 'account' },
  { path: '/account/messages/$messageId', page: 'messages/my-message', area: 'account' },

  { path: '/sign-in', page: 'identity/sign-in', area: 'door' },
  { path: '/sign-in/second-factor', page: 'identity/second-factor', area: 'door' },
  { path: '/sign-up', page: 'identity/sign-up', area: 'door' },
  { path: '/sign-up/mailbox', page: 'identity/sign-up-mailbox', area: 'door' },
  { path: '/verify', page: 'identity/verify', area: 'door' },
  { path: '/recover', page: 'identity/recover', area: 'door' },
  { path: '/reset', page: 'identity/reset', area: 'door' },
  { path: '/invitation', page: 'organizations/invitation', area: 'door' },
  { path: '/not-me', page: 'identity/not-me', area: 'door' },
  { path: '/keep-method', page: 'identity/keep-method', area: 'door' },
  { path: '/unlock', page: 'identity/unlock', area: 'door' },
  { path: '/sign-in/new-password', page: 'identity/new-password', area: 'door' },

  { path: '/staff/sign-in', page: 'identity/staff-sign-in', area: 'door' },
  { path: '/staff/organizations', page: 'organizations/staff-organizations', area: 'staff' },
  {
    path: '/staff/organizations/$organizationId',
    page: 'organizations/staff-organization',
    area: 'staff',
  },
  { path: '/staff/bank', page: 'billing/bank-files', area: 'staff' },
  { path: '/staff/bank/$bankFileId', page: 'billing/bank-file', area: 'staff' },
  { path: '/staff/work-items', page: 'billing/work-items', area: 'staff' },
  { path: '/staff/accounts', page: 'identity/staff-accounts', area: 'staff' },
  { path: '/staff/invoices', page: 'billing/staff-invoices', area: 'staff' },
  { path: '/staff/catalogue', page: 'catalogue/staff-catalogue', area: 'staff' },
  { path: '/staff/mailbox', page: 'messages/mailbox', area: 'staff' },
  { path: '/staff/mailbox/$messageId', page: 'messages/mailbox-message', area: 'staff' },
  { path: '/staff/texts', page: 'identity/staff-texts', area: 'staff' },
  { path: '/staff/people', page: 'identity/staff-people', area: 'staff' },
  { path: '/staff/security', page: 'identity/staff-two-factor', area: 'staff' },
  { path: '/staff/jobs', page: 'web/jobs', area: 'staff' },
] as const satisfies readonly RouteLine[];

/** Every address there is, as its line writes it. */
export type Path = (typeof routeLines)[number]['path'];

type PageModule = { readonly [exported: string]: unknown };
const files = import.meta.glob<PageModule>([
  '../modules/**/*.page.tsx',
  './pages/*.page.tsx',
  '!./pages/design.page.tsx',
]);

/**
 * The file of `billing/invoices`, wherever in its module it stands; undefined while nobody wrote
 * it.
 */
export function fileOf(page: string): (() => Promise<PageModule>) | undefined {
  const [module = '', name = ''] = page.split('/');
  const room = module === 'web' ? './pages/' : `../modules/${module}/`;
  const found = Object.keys(files).find(
    (file) => file.startsWith(room) && file.endsWith(`/${name}.page.tsx`),
  );
  return found === undefined ? undefined : files[found];
}

/** A page gets the `$parameters` of its address. */
export type PageProps = { readonly [parameter: string]: string };

/** `staff-invoices` → the export `StaffInvoicesPage` of its file. */
export function componentOf(page: string, module: PageModule): ComponentType<PageProps> {
  const words = (page.split('/')[1] ?? '').split('-');
  const name = `${words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('')}Page`;
  const component = module[name];
  if (typeof component !== 'function') throw new Error(`${page} exports no ${name}`);
  return component as ComponentType<PageProps>;
}
