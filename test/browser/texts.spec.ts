// Texts as a second factor in a real browser: the demo shows them in the staff's mailbox.
import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';
import { openAccount, signInAsStaff, type Newcomer } from './people.ts';

/** Another one each time: a number gets six texts a day. */
const number = `+4179${String(Date.now()).slice(-5)}67`;

test('[MF-08] [R56] [R57] [R58] a number: stronger ways first, its risk, its code, and its end', async ({
  page,
  browser,
}) => {
  const newcomer = await openAccount(page);
  const staff = await (await browser.newContext()).newPage();
  await signInAsStaff(staff, 0);

  const dialog = await beginNumber(page);
  await expect(dialog.getByText('Safer, and as quick')).toBeVisible();
  await expect(dialog.getByText('Phone numbers can be moved to another SIM card')).toBeVisible();
  await dialog.getByRole('button', { name: 'Choose another method' }).click();
  await expect(dialog).toBeHidden();

  // another country: refused by its name, with what works everywhere
  await beginNumber(page);
  await dialog.getByLabel('Mobile number').fill('+34 612 34 56 78');
  await dialog.getByRole('button', { name: 'Send the code' }).click();
  await expect(
    dialog.getByText('mobile numbers of Switzerland, France, Belgium and Germany only'),
  ).toBeVisible();
  await expect(
    dialog.getByText('Use Atrio Authenticator or any code app (OTP) instead'),
  ).toBeVisible();

  await dialog.getByLabel('Mobile number').fill(number);
  await dialog.getByRole('button', { name: 'Send the code' }).click();
  await expect(dialog.getByText('We sent a code to •• 67.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Code' }).fill(await textedTo(staff, number));
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByRole('cell', { name: '•• 67 Text message' })).toBeVisible();

  const other = await secondStep(browser, newcomer);
  await other.getByRole('button', { name: 'Send the code' }).click();
  await expect(other.getByText('We sent a code to •• 67.')).toBeVisible();
  await other.getByRole('button', { name: 'Use another method' }).click();
  await expect(other.getByRole('button', { name: 'Use an emergency code' })).toBeVisible();
  await other.getByRole('textbox', { name: 'Code' }).fill(await textedTo(staff, number));
  await other.getByRole('button', { name: 'Sign in', exact: true }).click();
  await other.waitForURL(/\/o\/org_/);

  await page.getByRole('button', { name: 'Actions for •• 67' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  const removal = page.getByRole('dialog', { name: 'Remove •• 67' });
  await removal.getByLabel('Password', { exact: true }).fill(newcomer.password);
  await removal.getByRole('button', { name: 'Remove' }).click();
  // the last method of a browser that is new goes a day later
  await expect(page.getByText(/^•• 67 will be removed on/)).toBeVisible();
});

test('[MF-08] staff are offered no texts, and see what texts cost', async ({ page }) => {
  await signInAsStaff(page, 2);
  await page.goto('/staff/security');
  await expect(page.getByRole('button', { name: 'Add an app' })).toBeVisible();
  await expect(page.getByText('Text message')).toBeHidden();
  await page.getByRole('link', { name: 'Texts' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Texts' })).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Switzerland CHF 0.08 each' })).toBeVisible();
});

async function beginNumber(page: Page): Promise<Locator> {
  await page.goto('/account/security/two-factor');
  await page.getByRole('heading', { level: 1, name: 'Two-factor authentication' }).waitFor();
  const methods = page.getByRole('listitem').filter({ hasText: 'Text message' });
  await methods.getByRole('button').click();
  return page.getByRole('dialog');
}

/** The code of the latest text to a number, as the demo shows it to staff. */
async function textedTo(staff: Page, number: string): Promise<string> {
  await staff.goto('/staff/mailbox');
  const text = staff.getByRole('row').filter({ hasText: number }).first();
  const code = /#(\d{6})/.exec(await text.innerText())?.[1];
  if (code === undefined) throw new Error('no code was texted');
  return code;
}

/** Another browser, in which the password was right. */
async function secondStep(browser: Browser, { address, password }: Newcomer): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(address);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(/\/sign-in\/second-factor/);
  return page;
}
