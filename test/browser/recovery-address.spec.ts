// A second mailbox in a browser: set by the code that it gets, and what the door says before it counts.
import { expect, test, type Browser, type Page } from '@playwright/test';
import { openAccount, signInAsStaff } from './people.ts';

test('[R78] [R79] [R80] a recovery address is set from the security page and asked for at the door', async ({
  page,
  browser,
}) => {
  const { address, password } = await openAccount(page);
  const second = address.replace('nora', 'second');

  // the check-up on Home is one click away from it
  await page.getByRole('link', { name: 'Add a recovery address' }).click();
  await expect(page.getByRole('heading', { name: 'Recovery e-mail' })).toBeVisible();
  await page.goto('/account/security');
  await page.getByRole('link', { name: 'Add an address' }).click();

  await page.getByLabel('New address').fill(address.toUpperCase());
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('You sign in with this one.')).toBeVisible();

  await page.getByLabel('New address').fill(second);
  await page.getByRole('button', { name: 'Save' }).click();
  const proof = page.getByRole('dialog', { name: 'Confirm: Change the recovery address' });
  await proof.getByLabel('Password', { exact: true }).fill(password);
  await proof.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByText(`We mailed a code to ${second}.`)).toBeVisible();
  // a page that was closed meanwhile goes on where it was
  await page.reload();

  await page.getByLabel('Code from the mail').fill('12345');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByText('That is not the code that we sent last')).toBeVisible();
  const mailbox = await openMailbox(browser);
  await page.getByLabel('Code from the mail').fill(await codeTo(mailbox, second));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(
    page.getByText('A new address gets no link for a new password before'),
  ).toBeVisible();
  await page.goto('/account/security');
  await expect(page.getByText(second)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Modify' })).toBeVisible();

  await page.goto('/recover');
  await page.getByLabel('E-mail address').fill(address);
  await page.getByLabel('To my recovery address').check();
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByText('a recovery address that counts')).toBeVisible();
  await expect(async () => {
    await mailbox.goto(`/staff/mailbox?text=${encodeURIComponent(address)}`);
    await expect(mailbox.getByText('No link went to your recovery address')).toBeVisible({
      timeout: 2000,
    });
  }).toPass();
});

async function openMailbox(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signInAsStaff(page, 2);
  return page;
}

/** The code in the latest mail to an address, as the development mailbox shows it. */
async function codeTo(page: Page, address: string): Promise<string> {
  await page.goto(`/staff/mailbox?text=${encodeURIComponent(address)}`);
  await page.getByRole('link', { name: 'The code for your recovery address' }).first().click();
  const text = await page
    .getByText(/Code: \d{6}/)
    .first()
    .textContent();
  return /Code: (\d{6})/.exec(text ?? '')?.[1] ?? '';
}
