import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { openAccount, organizationIn, signInAsStaff } from './people.ts';

test('[R22] [R23] [N5] [D35] [B7] [D21] a stranger becomes a paying customer', async ({
  page,
  browser,
}) => {
  await openAccount(page);
  const home = `/o/${organizationIn(page)}`;

  await page.goto(`${home}/products/order?product=web-hosting`);
  await page.getByLabel('Quantity').fill('35');
  await expect(page.getByText('From 35 units: 25% off')).toBeVisible();
  await expect(page.getByText('CHF 347.20')).toBeVisible();
  await page.getByRole('button', { name: 'Order and pay CHF 281.49' }).click();
  await expect(page.getByText('A bill needs an address. Add one.')).toBeVisible();
  await addAddress(page);
  await page.getByRole('button', { name: 'Order and pay CHF 281.49' }).click();

  await page.waitForURL(/pro-formas/);
  const codes = page.locator('code');
  await expect(codes.first()).toBeVisible();
  const shown = (await codes.allInnerTexts()).find((text) => /^\d\d \d{5} /.test(text)) ?? '';
  const staff = await (await browser.newContext()).newPage();
  await signInAsStaff(staff);
  await importPayment(staff, shown.replaceAll(' ', ''), 'Exactly');
  await expect(staff.getByRole('cell', { name: 'Paid an order' })).toBeVisible();

  await expect(async () => {
    await page.goto(`${home}/products`);
    await expect(page.getByRole('cell', { name: 'Active' })).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
  await page.goto(`${home}/billing/invoices`);
  await page.getByRole('link', { name: /^\d{4}-\d{6}$/ }).click();
  await expect(page.getByText('CHF 281.49 by transfer')).toBeVisible();
  await page.goto(`${home}/organization/activity`);
  await expect(page.getByText(/^Invoice \S+ over CHF\s281\.49 was paid/)).toBeVisible();
});

test('[R16] [R18] [R19] another amount waits on prepaid, and pays the order', async ({
  page,
  browser,
}) => {
  await openAccount(page);
  const home = `/o/${organizationIn(page)}`;
  await page.goto(`${home}/products/order?product=backup`);
  await page.getByRole('button', { name: /^Order and pay/ }).click();
  await addAddress(page);
  await page.getByRole('button', { name: /^Order and pay/ }).click();
  await page.waitForURL(/pro-formas/);
  const codes = page.locator('code');
  await expect(codes.first()).toBeVisible();
  const shown = (await codes.allInnerTexts()).find((text) => /^\d\d \d{5} /.test(text)) ?? '';

  const staff = await (await browser.newContext()).newPage();
  await signInAsStaff(staff);
  await importPayment(staff, shown.replaceAll(' ', ''), 'Another amount');
  await expect(staff.getByRole('cell', { name: /Prepaid account/ })).toBeVisible();

  await page.goto(`${home}/billing/prepaid`);
  await expect(page.getByText('Transfer of another amount')).toBeVisible();
});

async function addAddress(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add a billing address' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Street').fill('Quai Wilson');
  await dialog.getByLabel('Number').fill('4');
  await dialog.getByLabel('Postcode').fill('1201');
  await dialog.getByLabel('Town').fill('Genève');
  await dialog.getByRole('button', { name: 'Save address' }).click();
  await expect(dialog).toBeHidden();
}

/** Writes the statement of a bank on which somebody paid, and imports it as staff do. */
async function importPayment(staff: Page, reference: string, way: string): Promise<void> {
  await staff.goto('/staff/bank');
  await staff.getByRole('button', { name: 'Write a statement' }).click();
  await staff.getByLabel('Reference').fill(reference);
  await staff.getByLabel('How it is paid').selectOption({ label: way });
  const [download] = await Promise.all([
    staff.waitForEvent('download'),
    staff.getByRole('button', { name: 'Download the statement' }).click(),
  ]);
  const buffer = readFileSync(await download.path());
  const name = `camt-${Date.now()}.xml`;
  await staff
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/xml', buffer });
  await staff.waitForURL(/\/staff\/bank\/bfi_/);
  await staff.getByRole('heading', { level: 1, name }).waitFor();
  await expect(staff.getByText('Done', { exact: true }).first()).toBeVisible();
}
