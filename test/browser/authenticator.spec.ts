import { expect, test } from '@playwright/test';
import { atSecondStep, pairPhone } from './paired-phone.ts';
import { openAccount } from './people.ts';

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
  await stranger.getByRole('button', { name: 'Use another way' }).click();
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
