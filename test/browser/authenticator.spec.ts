import { expect, test } from '@playwright/test';
import { openAccount } from './people.ts';

test('[D9] a phone is paired and lets a sign-in go on with the number of the page', async ({
  page,
  browser,
}) => {
  // somebody new: the demo's people keep their doors as they are
  const { address: login, password } = await openAccount(page);
  await page.goto('/account/security/two-factor');
  await page.getByRole('button', { name: 'Pair a phone' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Continue' }).click();
  const address = page.getByText(/\/authenticator#/);
  await expect(address).toBeVisible();
  const phone = await (await browser.newContext()).newPage();
  await phone.setViewportSize({ width: 390, height: 780 });
  await phone.goto((await address.innerText()).trim());
  const words = await phone.locator('.stack .number').innerText();
  await expect(page.getByText(words, { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'They are the same: finish' }).click();
  await expect(page.getByRole('heading', { name: 'Your emergency codes' })).toBeVisible();

  const other = await (await browser.newContext()).newPage();
  await other.goto('/sign-in');
  await other.getByLabel('E-mail address').fill(login);
  await other.getByLabel('Password', { exact: true }).fill(password);
  await other.getByRole('button', { name: 'Sign in', exact: true }).click();
  await other.getByRole('button', { name: 'Ask my phone' }).click();
  const number = await other.getByText(/^\d{3} \d{3}$/).innerText();
  await phone.getByLabel('Number on the page').fill(number);
  await phone.emulateMedia({ colorScheme: 'dark' });
  await phone.getByRole('button', { name: 'Confirm' }).click();
  await other.waitForURL(/\/o\/org_/);
  await expect(phone.getByText('Confirmed.')).toBeVisible();

  // without a network it is still there, and shows its code
  await phone.evaluate(async () => void (await navigator.serviceWorker.ready));
  await phone.context().setOffline(true);
  await phone.reload();
  await expect(phone.getByText('No network: use the code.')).toBeVisible();
  await expect(phone.getByText(/^\d{3} \d{3}$/)).toBeVisible();
});
