// Who uses the product in the journeys, and the doors they come through.
import { expect, type Page } from '@playwright/test';
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

export type Newcomer = { readonly address: string; readonly password: string };

/** Opens an account through the door, by the mail of the demo, and waits for Home. */
export async function openAccount(page: Page): Promise<Newcomer> {
  const address = `nora-${Date.now()}@example.com`;
  const password = 'eleven lanterns along the quay';
  await page.goto('/sign-up');
  await page.getByLabel('First name').fill('Nora');
  await page.getByLabel('Last name').fill('Quispe');
  await page.getByLabel('E-mail address').fill(address);
  await page.getByRole('button', { name: 'Send me the link' }).click();
  await page.getByRole('link', { name: 'Open the demo mailbox' }).click();
  await page.getByRole('link', { name: 'Follow the link' }).click();
  await page.getByLabel('New password').fill(password);
  // the token left the address the moment it was taken (SE-14)
  expect(new URL(page.url()).hash).toBe('');
  await page.getByRole('button', { name: 'Open my account' }).click();
  await page.waitForURL(/\/o\/org_/);
  return { address, password };
}
