// Second factors in a real browser: passkeys of Chromium's virtual authenticator, a code app beside
// it. A new account each time; the demo's people keep their doors as they are.
import { expect, test, type Page } from '@playwright/test';
import { codeAt } from '../one-time-codes.ts';
import { openAccount, signInAsStaff, type Newcomer } from './people.ts';
import { virtualAuthenticator } from './virtual-authenticator.ts';

test('[D9] [R62] [R63] [MF-19] a code app, its emergency codes, and the second step', async ({
  page,
  browser,
}) => {
  const newcomer = await openAccount(page);
  await toMethods(page);
  await page.getByRole('button', { name: 'Add an app' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await expect(dialog.getByRole('img', { name: 'QR code for your code app' })).toBeVisible();
  const key = (await dialog.locator('code').innerText()).replaceAll(' ', '');
  await dialog.getByRole('textbox', { name: 'Code', exact: true }).fill(codeAt(key, new Date()));
  await dialog.getByRole('button', { name: 'Confirm' }).click();

  const sheet = page.getByRole('dialog', { name: 'Your emergency codes' });
  await expect(sheet.locator('code')).toHaveCount(10);
  const codes = await sheet.locator('code').allInnerTexts();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    sheet.getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('emergency-codes.txt');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(codes[0] ?? '', { exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Add a method' })).not.toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await sheet.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByText('Add a second method')).toBeVisible();
  expect(await page.content()).not.toContain(codes[0] ?? '');

  const other = await (await browser.newContext()).newPage();
  await atDoor(other, newcomer);
  await expect(other.getByRole('heading', { name: 'Enter the code of your app' })).toBeVisible();
  await other.getByRole('button', { name: 'Use another method' }).click();
  await expect(other.getByText('This form is not open yet.')).toBeVisible();
  await other.getByRole('button', { name: 'Use an emergency code' }).click();
  await other.getByRole('textbox', { name: 'Emergency code' }).fill(codes[3] ?? '');
  await other.getByRole('button', { name: 'Sign in', exact: true }).click();
  await other.waitForURL(/\/o\/org_/);
  await toMethods(other);
  await expect(other.getByText('You came in with an emergency code.')).toBeVisible();
});

test('[R54] [R56] [R59] a code app is removed by one prompt: the password once, and a code', async ({
  page,
}) => {
  const { password } = await openAccount(page);
  await toMethods(page);
  await page.getByRole('button', { name: 'Add an app' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Continue' }).click();
  const key = (await dialog.locator('code').innerText()).replaceAll(' ', '');
  const used = codeAt(key, new Date());
  await dialog.getByRole('textbox', { name: 'Code', exact: true }).fill(used);
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('button', { name: 'I have kept them' }).click();

  await page.getByRole('button', { name: 'Actions for My phone' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  const removal = page.getByRole('dialog', { name: 'Remove My phone' });
  const code = removal.getByRole('textbox', { name: 'Code', exact: true });
  await removal.getByLabel('Password', { exact: true }).fill('this is not my password');
  await code.fill(used);
  await removal.getByRole('button', { name: 'Remove' }).click();
  await expect(removal.getByText('That is not your current password.')).toBeVisible();
  await removal.getByLabel('Password', { exact: true }).fill(password);
  await removal.getByRole('button', { name: 'Remove' }).click();
  await expect(removal.getByText('That was not right, or was used already')).toBeVisible();
  // a code works once: the next one comes within half a minute
  await expect.poll(() => codeAt(key, new Date()), { timeout: 40_000 }).not.toBe(used);
  await code.fill(codeAt(key, new Date()));
  await removal.getByRole('button', { name: 'Remove' }).click();
  // the last method of a browser that is new goes a day later
  await expect(page.getByText(/^My phone will be removed on/)).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('[D9] [MF-11] a passkey among what the browser fills in is a whole sign-in', async ({
  page,
}) => {
  await openAccount(page);
  const authenticator = await virtualAuthenticator(page, { isVerifying: true });
  await toMethods(page);
  await addPasskey(page, 'Add a passkey');
  expect((await authenticator.credentials()).map((one) => one.isResidentCredential)).toEqual([
    true,
  ]);

  await page.context().clearCookies();
  await page.goto('/sign-in');
  // the browser offers it among what it fills in, and the authenticator says yes by itself
  await page.waitForURL(/\/o\/org_/);
  expect(await storedSecrets(page)).toEqual([]);
});

test('[MF-11] a passkey is offered once after the password, and kept when it is taken', async ({
  page,
}) => {
  const { address, password } = await openAccount(page);
  const authenticator = await virtualAuthenticator(page, { isVerifying: true });
  const enter = async () => {
    await page.context().clearCookies();
    await page.goto('/sign-in');
    await page.getByLabel('E-mail address').fill(address);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL(/\/o\/org_/);
  };
  await enter();
  const offer = page.getByRole('button', { name: 'Save a passkey' });
  await expect(offer).toBeVisible();
  // it stands above the page, and covers nothing of it
  const [offered, heading] = await Promise.all([
    offer.boundingBox(),
    page.getByRole('heading', { level: 1 }).boundingBox(),
  ]);
  expect((offered?.y ?? 0) + (offered?.height ?? 0)).toBeLessThan(heading?.y ?? 0);
  await enter();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expect(offer).toHaveCount(0);

  await page.goto('/account/security/two-factor?add=passkey');
  await page.getByRole('dialog').getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  expect(await authenticator.credentials()).toHaveLength(1);
  // telling managers what counts does not make them forget it
  await page.reload();
  await expect(page.getByRole('button', { name: 'Actions for This device' })).toBeVisible();
  expect(await authenticator.credentials()).toHaveLength(1);
});

test('[MF-15] [AT-19] a passkey whose holder is not verified opens nothing', async ({ page }) => {
  await openAccount(page);
  const authenticator = await virtualAuthenticator(page, { isVerifying: true });
  await toMethods(page);
  await addPasskey(page, 'Add a passkey');
  await authenticator.setVerifying(false);
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page.getByText('The browser gave no passkey.')).toBeVisible({ timeout: 90_000 });
  expect(page.url()).toContain('/sign-in');
});

test('[D9] a security key that only knows of a touch stands after the password', async ({
  page,
}) => {
  const newcomer = await openAccount(page);
  await virtualAuthenticator(page, { isVerifying: false });
  await toMethods(page);
  await addPasskey(page, 'Add a key');
  await page.context().clearCookies();
  await atDoor(page, newcomer);
  await page.getByRole('button', { name: 'Use a passkey or security key' }).click();
  await page.waitForURL(/\/o\/org_/);
});

test('[settled 14] [D9] one of the staff adds a passkey, and comes in with nothing else', async ({
  page,
}) => {
  await signInAsStaff(page, 0);
  await virtualAuthenticator(page, { isVerifying: true });
  await page.goto('/staff/security');
  await addPasskey(page, 'Add a passkey');
  await page.context().clearCookies();
  await page.goto('/staff/sign-in');
  // the browser offers it among what it fills in, and the authenticator says yes by itself
  await page.waitForURL(/\/staff\/(?!sign-in)/);
  await page.goto('/staff/people');
  const row = page.getByRole('row', { name: /support@lumenhaus\.example/ });
  await expect(row.getByText('Passkey')).toBeVisible();
});

async function toMethods(page: Page): Promise<void> {
  await page.goto('/account/security/two-factor');
  await page.getByRole('heading', { level: 1, name: 'Two-factor authentication' }).waitFor();
}

async function addPasskey(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByText('Add a second method')).toBeVisible();
}

async function atDoor(page: Page, { address, password }: Newcomer): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(address);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(/\/sign-in\/second-factor/);
}

/** What the browser keeps beyond the session: no key, no code, no token (SE-16). */
async function storedSecrets(page: Page): Promise<string[]> {
  const kept = await page.evaluate(() => [
    ...Object.values({ ...localStorage }),
    ...Object.values({ ...sessionStorage }),
  ]);
  return kept.filter((text) => /m[stdl]_[\w-]{20}|fac_/.test(text));
}
