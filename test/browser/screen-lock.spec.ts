// The screen lock of a phone before it approves, with Chromium's virtual authenticator.
import { expect, test, type Page } from '@playwright/test';
import { atSecondStep, pairPhone } from './paired-phone.ts';
import { openAccount } from './people.ts';
import { virtualAuthenticator } from './virtual-authenticator.ts';

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
  await expect(phone.getByText('remove the phone under Security')).toBeVisible();
  await expect(other.getByText(/^Ends in/)).toBeVisible();
});

/** Asks the phone, and types the number of the page into it. */
async function typeNumber(other: Page, phone: Page): Promise<void> {
  await other.getByRole('button', { name: 'Ask my phone' }).click();
  const number = await other.getByText(/^\d{3} \d{3}$/).innerText();
  await phone.getByLabel('Number on the page').fill(number);
  await phone.getByRole('button', { name: 'Confirm' }).click();
}
