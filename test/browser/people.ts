// Who uses the product in the journeys, and the doors they come through.
import type { Page } from '@playwright/test';
import { demoPassword, demoPeople } from '../../src/demo/accounts.ts';

/** Signs in at the customers' door and waits for Home. */
export async function signIn(page: Page, address: string = demoPeople.customer.address) {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(address);
  await page.getByLabel('Password', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(/\/o\/org_/);
}

/** Signs in at the staff door. */
export async function signInAsStaff(page: Page, role: 0 | 1 | 2 = 1) {
  await page.goto('/staff/sign-in');
  await page.getByLabel('E-mail address').fill(demoPeople.staff[role].address);
  await page.getByLabel('Password', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(/\/staff\/(?!sign-in)/);
}

/** The organization that a page is in. */
export function organizationIn(page: Page): string {
  const id = /\/o\/([^/?#]+)/.exec(page.url())?.[1];
  if (id === undefined) throw new Error(`no organization in ${page.url()}`);
  return id;
}
