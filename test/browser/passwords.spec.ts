// Passwords in a browser: managers and pasting are welcome, and what was typed can be looked at.
import { expect, test, type Page } from '@playwright/test';
import { openAccount } from './people.ts';

test('[PW-09] password fields take what managers and the clipboard bring, and can be shown', async ({
  page,
}) => {
  await page.goto('/sign-in');
  await expect(page.getByLabel('E-mail address')).toHaveAttribute('autocomplete', /username/);
  const password = page.getByLabel('Password', { exact: true });
  await expect(password).toHaveAttribute('autocomplete', /current-password/);
  expect(await isPasted(page, 'Password')).toBe(true);
  await password.fill('two words and a half');
  await expect(password).toHaveAttribute('type', 'password');
  await page.getByRole('button', { name: 'Show or hide the password' }).click();
  await expect(password).toHaveAttribute('type', 'text');
  await expect(password).toHaveValue('two words and a half');

  await openAccount(page);
  await page.goto('/account/security');
  const next = page.getByLabel('New password');
  await expect(next).toHaveAttribute('autocomplete', /new-password/);
  await expect(next).toHaveAttribute('type', 'password');
  expect(await isPasted(page, 'New password')).toBe(true);
});

/** Whether the page lets the browser paste: nobody cancelled it. */
async function isPasted(page: Page, label: string): Promise<boolean> {
  return page
    .getByLabel(label, { exact: true })
    .evaluate((field) =>
      field.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true })),
    );
}

test('a page of a mailed link that came without its token says so, and what to do', async ({
  page,
}) => {
  const ways = [
    ['/reset', 'This link does not work', 'Ask for a new link'],
    ['/not-me', 'Nothing was changed', 'Choose a new password'],
    ['/keep-method', 'Nothing was called off', 'Sign in'],
    ['/verify', 'This link does not work', 'Start again'],
    ['/unlock', 'Unlock your account', 'Back to sign-in'],
  ] as const;
  for (const [address, title, way] of ways) {
    await page.goto(address);
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await expect(page.getByRole('link', { name: way })).toBeVisible();
    await expect(page.getByLabel('New password')).toHaveCount(0);
  }
});
