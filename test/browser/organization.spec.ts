import { expect, test, type Page } from '@playwright/test';
import sharp from 'sharp';
import { organizationIn, signIn, signInAsStaff } from './people.ts';

test('[D3] [R24] [N3] [D1] a stranger is invited, joins, and sees what their team was given', async ({
  page: marta,
  browser,
}) => {
  const home = await toAlpes(marta);
  const address = `vera-${Date.now()}@example.com`;
  await marta.goto(`${home}/organization/members`);
  await marta.getByRole('button', { name: 'Invitar a alguien' }).click();
  const dialog = marta.getByRole('dialog');
  await dialog.getByLabel('Dirección de correo').fill(address);
  await dialog.getByRole('button', { name: 'Enviar la invitación' }).click();
  await expect(marta.getByRole('cell', { name: `${address} Invitado` })).toBeVisible();

  const vera = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await vera.goto(await invitationTo(address, await (await browser.newContext()).newPage()));
  await expect(vera.getByRole('heading', { name: 'Alpes Diseño Sàrl invites you' })).toBeVisible();
  // the token left the address the moment it was taken (SE-14)
  expect(new URL(vera.url()).hash).toBe('');
  await vera.getByLabel('First name').fill('Vera');
  await vera.getByLabel('Last name').fill('Keller');
  await vera.getByLabel('New password').fill('eleven lanterns along the quay');
  await vera.getByRole('button', { name: 'Open account and accept' }).click();
  await vera.waitForURL(/\/o\/org_/);
  expect(`/o/${organizationIn(vera)}`).toBe(home);

  const team = await teamWith(marta, home, 'Vera Keller');
  await vera.goto(`${home}/products`);
  const rows = vera.locator('tbody tr');
  await expect(rows).toHaveCount(2);
  await expect(vera.getByRole('link', { name: 'alpes-diseno.ch', exact: true })).toBeVisible();
  await expect(vera.getByRole('link', { name: 'alpes-diseno.com', exact: true })).toBeVisible();
  await vera.goto(`${home}/billing/invoices`);
  await expect(vera.locator('tbody tr')).toHaveCount(0);

  await marta.goto(team);
  await marta.getByRole('button', { name: 'Eliminar el equipo' }).click();
  await marta.getByRole('dialog').getByRole('button', { name: 'Eliminar el equipo' }).click();
  await marta.waitForURL(/teams$/);
  await vera.goto(`${home}/products`);
  await expect(vera.locator('tbody tr')).toHaveCount(0);
});

test('[R32] [R34] [D2] the only legal representative reads why they cannot leave', async ({
  page,
}) => {
  await signIn(page);
  await page.goto('/account/organizations');
  const row = page.getByRole('row', { name: /Alpes Diseño/ });
  await expect(row.getByRole('button', { name: /Abandonar/ })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await expect(row.getByText('usted es su único responsable legal')).toBeVisible();
  await row.getByRole('link', { name: 'Nombrar a otro' }).click();
  await page.waitForURL(/\/organization\/members$/);
});

test('[R97] [R102] [R103] [D33] a logo is shown in the switcher and at the top at once', async ({
  page,
}) => {
  const home = await toAlpes(page);
  await page.goto(`${home}/organization/branding`);
  await page.getByRole('button', { name: 'Personalizar el portal' }).click();
  await page.getByText('Un logotipo cuadrado').first().click();
  const background = { r: 20, g: 120, b: 90 };
  const picture = sharp({ create: { width: 256, height: 256, channels: 3, background } });
  const buffer = await picture.png().toBuffer();
  const file = { name: 'logo.png', mimeType: 'image/png', buffer };
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page.getByRole('button', { name: 'Mostrarlo' }).click();
  await expect(page.getByText('Desde ahora se muestra en todas partes')).toBeVisible();
  await page.goto(home);
  await expect(page.locator('nav img, aside img, header img').first()).toBeVisible();
});

test('[R96] [N6] the log is narrowed by day and kind, and taken along', async ({ page }) => {
  const home = await toAlpes(page);
  await page.goto(`${home}/organization/activity`);
  await page.getByRole('button', { name: 'Facturación', exact: true }).click();
  await page.getByLabel('Hasta').fill('2026-12-31');
  await page.waitForURL(/to=2026-12-31/);
  await expect(page.locator('tbody tr').first()).toContainText(/[Ff]actura|prepag/);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /CSV/ }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
});

/** Marta in her company; gives its address. */
async function toAlpes(page: Page): Promise<string> {
  await signIn(page);
  await page.goto('/account/organizations');
  await page.getByRole('link', { name: 'Alpes Diseño Sàrl', exact: true }).click();
  await page.waitForURL(/\/o\/org_/);
  return `/o/${organizationIn(page)}`;
}

/** The link in the mail, as the demo's mailbox shows it. */
async function invitationTo(address: string, staff: Page): Promise<string> {
  await signInAsStaff(staff);
  await expect(async () => {
    await staff.goto('/staff/mailbox');
    const row = staff.getByRole('row', { name: address });
    await row.getByRole('link').first().click({ timeout: 3_000 });
    await staff.waitForURL(/\/staff\/mailbox\/msg_/, { timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
  const link = staff.locator('a[href*="/invitation#"]').first();
  return (await link.getAttribute('href')) ?? '';
}

/** A team of one person that sees the two domains; gives its address. */
async function teamWith(page: Page, home: string, member: string): Promise<string> {
  await page.goto(`${home}/organization/teams`);
  await page.getByRole('button', { name: 'Crear un equipo' }).click();
  await page.getByRole('dialog').getByLabel('Nombre').fill(`Dominios ${Date.now()}`);
  await page.getByRole('dialog').getByRole('button', { name: 'Crear un equipo' }).click();
  await page.waitForURL(/\/teams\/tea_/);
  await page.getByRole('button', { name: 'Añadir personas' }).first().click();
  const people = page.getByRole('dialog');
  const row = people.getByRole('row', { name: member });
  await row.getByRole('button', { name: 'Añadir' }).click();
  await people.getByRole('button', { name: 'Cerrar' }).click();
  await page.getByRole('button', { name: 'Conceder productos' }).first().click();
  const products = page.getByRole('dialog');
  for (const name of ['alpes-diseno.ch', 'alpes-diseno.com']) {
    await products.getByRole('row', { name }).getByRole('checkbox').check();
  }
  await products.getByRole('button', { name: 'Conceder 2 productos' }).click();
  await expect(page.getByText('Concedido', { exact: true })).toBeVisible();
  return page.url();
}
