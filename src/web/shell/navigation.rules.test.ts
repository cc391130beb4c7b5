import { expect, test } from 'vitest';
import { pageToKeep } from './navigation.ts';

const administration = ['organization.see', 'products.see', 'billing.see', 'members.see'] as const;
const inName = ['organization.see'] as const;

test.for([
  ['', administration, ''],
  ['/billing/invoices', administration, '/billing/invoices'],
  ['/billing/invoices/$invoiceId', administration, '/billing/invoices'],
  ['/products/$subscriptionId', administration, '/products'],
  ['/organization', inName, '/organization'],
  ['/billing/invoices', inName, ''],
  ['/organization/members', inName, ''],
] as const)('[R29] from “%s”, switching to where one may %j keeps “%s”', ([page, may, kept]) => {
  expect(pageToKeep(`/o/$organizationId${page}`, may)).toBe(kept);
});

test('[R29] a page outside of organizations leads to the home of the one chosen', () => {
  expect(pageToKeep('/account/organizations', administration)).toBe('');
});
