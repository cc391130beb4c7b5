// Ctrl+K: any page, organization, invoice or product by its name, without the mouse.
import { expect, test, type Page } from '@playwright/test';
import { organizationIn, signIn, signInAsStaff } from './people.ts';

const input = (page: Page) => page.getByRole('combobox', { name: /^(Search|Buscar)$/ });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Opens the palette, types into it and follows what comes first under this name. */
async function goTo(page: Page, text: string, name: string | RegExp): Promise<void> {
  await heading(page).waitFor();
  await page.keyboard.press('ControlOrMeta+k');
  await expect(input(page)).toBeFocused();
  await input(page).fill(text);
  await expect(page.getByRole('option').first()).toContainText(name);
  await page.keyboard.press('Enter');
  await expect(input(page)).toBeHidden();
}

test('an organization, a page and an invoice are one shortcut away', async ({ page }) => {
  await signIn(page);
  const home = `/o/${organizationIn(page)}`;
  await goTo(page, 'nordlicht', 'Nordlicht');
  await expect(page).not.toHaveURL(new RegExp(home));
  await goTo(page, 'alpes', 'Alpes Diseño');
  await expect(page).toHaveURL(new RegExp(`${home}$`));
  await goTo(page, 'facturas', 'Facturas');
  await expect(page).toHaveURL(`${home}/billing/invoices`);

  const number = await page
    .getByRole('link', { name: /^\d{4}-\d+$/ })
    .first()
    .innerText();
  await goTo(page, number, number);
  await expect(heading(page)).toContainText(number);

  await page.keyboard.press('ControlOrMeta+k');
  await input(page).fill('nothing is called like this');
  await expect(page.getByRole('option')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(input(page)).toBeHidden();
});

test('staff find a customer by name', async ({ page }) => {
  await signInAsStaff(page);
  await goTo(page, 'Alpes', 'Alpes Diseño');
  await expect(heading(page)).toContainText('Alpes Diseño');
});
