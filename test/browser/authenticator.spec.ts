import { expect, test, type Browser, type Page } from '@playwright/test';
import { openAccount, type Newcomer } from './people.ts';
import { openPhone, type Phone } from './woken-phone.ts';

test('[D9] a phone is paired and lets a sign-in go on with the number of the page', async ({
  page,
  browser,
}) => {
  // somebody new: the demo's people keep their doors as they are
  const nora = await openAccount(page);
  const phone = await pairPhone(page, browser);
  await phone.closeApp();

  const other = await atSecondStep(browser, nora);
  await other.getByRole('button', { name: 'Ask my phone' }).click();
  const number = await other.getByText(/^\d{3} \d{3}$/).innerText();
  await expect(other.getByText(/^Ends in 1 min \d+ s · /)).toBeVisible();
  await expect
    .poll(() => phone.notices())
    .toContainEqual(expect.stringContaining('Somebody signs in'));
  expect((await phone.notices()).join()).not.toContain(number.replace(' ', ''));
  await phone.page.goto('/authenticator');
  await phone.page.getByLabel('Number on the page').fill(number);
  await phone.page.emulateMedia({ colorScheme: 'dark' });
  await phone.page.getByRole('button', { name: 'Confirm' }).click();
  await other.waitForURL(/\/o\/org_/);
  await expect(phone.page.getByText('Confirmed.')).toBeVisible();

  // without a network it is still there, and shows its code
  await phone.page.context().setOffline(true);
  await phone.page.reload();
  await expect(phone.page.getByText('No network: use the code.')).toBeVisible();
  await expect(phone.page.getByText(/^\d{3} \d{3}$/)).toBeVisible();
});

test('deny and report: nobody gets in, and the next sign-in sets a new password', async ({
  page,
  browser,
}) => {
  const nora = await openAccount(page);
  const { page: phone } = await pairPhone(page, browser);
  const stranger = await atSecondStep(browser, nora);
  await stranger.getByRole('button', { name: 'Ask my phone' }).click();
  await expect(phone.getByText('New to us', { exact: true })).toBeVisible();
  await phone.getByRole('button', { name: 'Deny and report' }).click();
  await expect(phone.getByText('Denied and reported. Nobody got in.')).toBeVisible();
  await expect(stranger.getByText('The phone said no.')).toBeVisible();
  await stranger.getByRole('button', { name: 'Ask my phone' }).click();
  await expect(stranger.getByText('Your phone is not asked now')).toBeVisible();
  await stranger.getByRole('button', { name: 'Use another method' }).click();
  await stranger.getByRole('button', { name: 'Use a code of the app' }).click();
  const code = await phone.getByText(/^\d{3} \d{3}$/).innerText();
  await stranger.getByRole('textbox', { name: 'Code', exact: true }).fill(code);
  await stranger.getByRole('button', { name: 'Sign in', exact: true }).click();
  await stranger.waitForURL(/\/sign-in\/new-password/);
});

test('a key that the browser tidied away: the app says so and asks to bind again', async ({
  page,
  browser,
}) => {
  await openAccount(page);
  const { page: phone } = await pairPhone(page, browser);
  await phone.goto('/robots.txt');
  const { origin } = new URL(page.url());
  const chrome = await phone.context().newCDPSession(phone);
  await chrome.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  await phone.goto('/authenticator');
  await expect(phone.getByText('The key of this account is gone')).toBeVisible();
  await expect(phone.getByText('Sign in with another method on your computer')).toBeVisible();
  await phone.getByRole('button', { name: 'Remove from this list' }).click();
  await expect(phone.getByText('No account yet.')).toBeVisible();
});

/** Pairs a new phone with the account of this page, to the end. */
async function pairPhone(page: Page, browser: Browser): Promise<Phone> {
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
async function atSecondStep(browser: Browser, { address, password }: Newcomer): Promise<Page> {
  const other = await (await browser.newContext()).newPage();
  await other.goto('/sign-in');
  await other.getByLabel('E-mail address').fill(address);
  await other.getByLabel('Password', { exact: true }).fill(password);
  await other.getByRole('button', { name: 'Sign in', exact: true }).click();
  await other.getByRole('heading', { name: 'Confirm on your phone' }).waitFor();
  return other;
}
