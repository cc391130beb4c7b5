import { expect, test } from '@playwright/test';
import { demoPassword, demoPeople } from '../../src/demo/accounts.ts';
import { signIn } from './people.ts';

test('[D9] a phone is paired and lets a sign-in go on with the number of the page', async ({
  page,
  browser,
}) => {
  // Marta reads Spanish; doors and phones speak as their browser does
  await signIn(page);
  await page.goto('/account/security/two-factor');
  await page.getByRole('button', { name: 'Vincular un teléfono' }).click();
  await page.getByRole('button', { name: 'Continuar' }).click();
  const address = page.getByText(/\/authenticator#/);
  const continued = page.getByLabel('Contraseña', { exact: true });
  await expect(address.or(continued)).toBeVisible();
  if (await continued.isVisible()) {
    await continued.fill(demoPassword);
    await page.getByRole('button', { name: 'Confirmar' }).click();
  }
  const phone = await (await browser.newContext()).newPage();
  await phone.setViewportSize({ width: 390, height: 780 });
  await phone.goto((await address.innerText()).trim());
  const words = await phone.locator('.stack .number').innerText();
  await expect(page.getByText(words, { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Son las mismas: terminar' }).click();
  await expect(page.getByText('Sus códigos de emergencia')).toBeVisible();

  const other = await (await browser.newContext()).newPage();
  await other.goto('/sign-in');
  await other.getByLabel('E-mail address').fill(demoPeople.customer.address);
  await other.getByLabel('Password', { exact: true }).fill(demoPassword);
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
