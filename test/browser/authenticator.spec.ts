import { expect, test, type Page } from '@playwright/test';
import { atSecondStep, pairPhone } from './paired-phone.ts';
import { openAccount } from './people.ts';
import { virtualAuthenticator } from './virtual-authenticator.ts';

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

test('[SU-04] a change of the account wakes the phone, which says what, when and where', async ({
  page,
  browser,
}) => {
  await openAccount(page);
  const phone = await pairPhone(page, browser);
  await phone.closeApp();
  await page.getByRole('button', { name: 'Actions for My phone' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('Pixel');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  const told = expect.stringContaining('Sign-in method renamed: My phone');
  await expect.poll(() => phone.notices()).toContainEqual(told);
  const app = phone.page;
  await app.goto('/authenticator');
  await expect(app.getByRole('heading', { name: 'Lately changed' })).toBeVisible();
  const change = app.getByRole('listitem').filter({ hasText: 'Sign-in method renamed' });
  await expect(change).toContainText(/\d{4}, \d\d:\d\d · Chrome/);
  await expect(app.getByRole('link', { name: 'Not you?' })).toHaveAttribute('href', '/recover');
  // whoever looked at the app has seen it
  await expect.poll(() => phone.notices()).toEqual([]);
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

test('[D9] [MF-15] a phone asks for its screen lock before it approves, and denies without', async ({
  page,
  browser,
}) => {
  const nora = await openAccount(page);
  const { page: phone } = await pairPhone(page, browser);
  await expect(phone.getByText('Code without a network')).toBeVisible();
  // a phone without one is offered none
  await expect(phone.getByRole('button', { name: 'Ask for the screen lock' })).toHaveCount(0);
  const authenticator = await virtualAuthenticator(phone, { isVerifying: true });
  await phone.reload();
  await phone.getByRole('button', { name: 'Ask for the screen lock' }).click();
  await expect(phone.getByText('Before each approval this phone asks')).toBeVisible();
  expect(await authenticator.credentials()).toHaveLength(1);
  await page.reload();
  await expect(page.getByText('Asks for its screen lock before it approves')).toBeVisible();

  // somebody holds the open phone, and is not its owner
  await authenticator.setVerifying(false);
  const other = await atSecondStep(browser, nora);
  await typeNumber(other, phone);
  await expect(phone.getByText('The screen lock did not confirm.')).toBeVisible();
  await expect(other.getByText(/^Ends in/)).toBeVisible();
  await phone.getByRole('button', { name: 'Deny', exact: true }).click();
  await expect(other.getByText('The phone said no.')).toBeVisible();

  await authenticator.setVerifying(true);
  await typeNumber(other, phone);
  await other.waitForURL(/\/o\/org_/);
  await expect(phone.getByText('Confirmed.')).toBeVisible();

  // at the door it is no passkey: nobody is let in, and none is offered
  await phone.goto('/sign-in');
  await phone.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(phone.getByRole('alert')).toBeVisible();
  await expect(phone).toHaveURL(/\/sign-in/);
});

test('a screen lock that the phone lost: the app says how to begin anew', async ({
  page,
  browser,
}) => {
  const nora = await openAccount(page);
  const { page: phone } = await pairPhone(page, browser);
  const authenticator = await virtualAuthenticator(phone, { isVerifying: true });
  await phone.reload();
  await phone.getByRole('button', { name: 'Ask for the screen lock' }).click();
  await expect(phone.getByText('Before each approval this phone asks')).toBeVisible();
  await authenticator.forget();
  const other = await atSecondStep(browser, nora);
  await typeNumber(other, phone);
  await expect(
    phone.locator('.note', { hasText: 'remove the phone under Security' }),
  ).toBeVisible();
  await expect(other.getByText(/^Ends in/)).toBeVisible();
});

/** Asks the phone, and types the number of the page into it. */
async function typeNumber(other: Page, phone: Page): Promise<void> {
  await other.getByRole('button', { name: 'Ask my phone' }).click();
  const number = await other.getByText(/^\d{3} \d{3}$/).innerText();
  await phone.getByLabel('Number on the page').fill(number);
  await phone.getByRole('button', { name: 'Confirm' }).click();
}
