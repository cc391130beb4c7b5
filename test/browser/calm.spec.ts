// What a person meets beside the straight way: another language, a dead link, a session that ended,
// a page that fills up, a very long name.
import { expect, test, type Page } from '@playwright/test';
import { openAccount, organizationIn, signIn } from './people.ts';

test('figures and days are written as the words around them', async ({ browser }) => {
  const page = await (await browser.newContext({ locale: 'de-DE' })).newPage();
  await openAccount(page);
  await page.goto('/account/profile');
  await expect(page.getByText('Customer since')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  const months = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept|Oct|Nov|Dec';
  await expect(page.getByText(new RegExp(`^\\d+ (${months}) 20\\d\\d$`))).toBeVisible();
  await expect(page.getByText('Switzerland', { exact: true })).toBeVisible();
  // what was chosen is kept all the same
  await expect(page.getByRole('combobox', { name: 'Language' })).toHaveValue('de');
});

test('Spanish writes an amount in one way, on pages and in mails', async ({ browser }) => {
  const page = await (await browser.newContext({ locale: 'es-ES' })).newPage();
  await page.goto('/sign-in');
  await page.getByLabel('Correo electrónico').fill('marta@alpes-diseno.example');
  await page.getByLabel('Contraseña', { exact: true }).fill('nine swans on a calm lake');
  await page.getByRole('button', { name: 'Entrar', exact: true }).click();
  await expect(page.getByText(/214,47\sCHF espera su pago/)).toBeVisible();
  await page.goto('/account/messages');
  await expect(page.getByText(/por 214,47\sCHF$/)).toBeVisible();
});

for (const { address, press, said, way } of [
  {
    address: '/verify#sl_dead',
    press: undefined,
    said: 'This link does not work',
    way: 'Start again',
  },
  { address: '/reset#ml_dead', press: 'Set the password', said: 'This link was used', way: 'Ask' },
  { address: '/unlock#ml_dead', press: 'Let this browser in', said: 'link was used', way: 'Ask' },
]) {
  test(`a dead link is no dead end: ${address}`, async ({ page }) => {
    await page.goto(address);
    const password = page.getByLabel('New password');
    if (address.startsWith('/reset')) await password.fill('eleven lanterns along the quay');
    if (press) await page.getByRole('button', { name: press }).click();
    await expect(page.getByText(said)).toBeVisible();
    await page.getByText(way, { exact: false }).last().click();
    await expect(page.getByLabel('E-mail address')).toBeVisible();
  });
}

test('whose session ended elsewhere is told so, and comes back', async ({ page, browser }) => {
  const { address, password } = await openAccount(page);
  await page.goto('/account/security/two-factor');
  const other = await (await browser.newContext()).newPage();
  await enter(other, { address, password });
  await other.goto('/account/access');
  await other.getByRole('button', { name: 'End all others' }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'End all others' }).click();
  await expect(other.getByRole('button', { name: 'End all others' })).toHaveCount(0);

  await page.getByRole('link', { name: 'Account access' }).click();
  await expect(page.getByText('Your session has ended.')).toBeVisible();
  await page.getByLabel('E-mail address').fill(address);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(/\/account\//);
});

test('nothing moves away while a page fills up', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 780 } });
  await context.addInitScript(countShifts);
  const page = await context.newPage();
  await signIn(page);
  for (const path of [`/o/${organizationIn(page)}`, '/account/security']) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    const shifted = await page.evaluate(() => Number(document.documentElement.dataset['shifted']));
    expect(shifted, path).toBeLessThan(0.02);
  }
});

async function enter(page: Page, { address, password }: { address: string; password: string }) {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(address);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(/\/o\/org_/);
}

/** Adds up how far what is shown was pushed away, as the browser measures it. */
function countShifts(): void {
  let sum = 0;
  const note = (list: PerformanceObserverEntryList): void => {
    for (const entry of list.getEntries()) {
      if ('value' in entry && typeof entry.value === 'number') sum += entry.value;
    }
    document.documentElement.dataset['shifted'] = String(sum);
  };
  new PerformanceObserver(note).observe({ type: 'layout-shift', buffered: true });
}
