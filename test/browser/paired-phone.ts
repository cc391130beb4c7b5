// A phone that is paired in a journey, and a browser that asks it.
import { expect, type Browser, type Page } from '@playwright/test';
import type { Newcomer } from './people.ts';
import { openPhone, type Phone } from './woken-phone.ts';

/** Pairs a new phone with the account of this page, to the end. */
export async function pairPhone(page: Page, browser: Browser): Promise<Phone> {
  await page.goto('/account/security/two-factor');
  await page.getByRole('button', { name: 'Pair a phone' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Continue' }).click();
  const address = page.getByText(/\/authenticator#/);
  await expect(address).toBeVisible();
  const phone = await openPhone(browser);
  await phone.page.goto((await address.innerText()).trim());
  const words = await phone.page.locator('.stack .number').innerText();
  await expect(page.getByText(words, { exact: true })).toBeVisible();
  // it shows at once that it can be woken
  await expect
    .poll(() => phone.notices())
    .toContainEqual(expect.stringContaining('will tell you here'));
  await page.getByRole('button', { name: 'They are the same: finish' }).click();
  await expect(page.getByRole('heading', { name: 'Your emergency codes' })).toBeVisible();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  return phone;
}

/** A new browser in which the password was right. */
export async function atSecondStep(
  browser: Browser,
  { address, password }: Newcomer,
): Promise<Page> {
  const other = await (await browser.newContext()).newPage();
  await other.goto('/sign-in');
  await other.getByLabel('E-mail address').fill(address);
  await other.getByLabel('Password', { exact: true }).fill(password);
  await other.getByRole('button', { name: 'Sign in', exact: true }).click();
  await other.getByRole('heading', { name: 'Confirm on your phone' }).waitFor();
  return other;
}
