import { createRequire } from 'node:module';
import { expect, test, type Page } from '@playwright/test';
import { organizationIn, signIn, signInAsStaff } from './people.ts';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const account = [
  '/account/security',
  '/account/security/settings',
  '/account/security/two-factor',
  '/account/access',
  '/account/activity',
  '/account/messages',
];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no barrier on the first pages, ${colorScheme}`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme, bypassCSP: true });
    const page = await context.newPage();
    for (const path of ['/sign-in', '/sign-up', '/recover', '/unlock', '/authenticator']) {
      await page.goto(path);
      expect(await barriers(page), path).toEqual([]);
    }
    await signIn(page);
    const home = `/o/${organizationIn(page)}`;
    const pages = ['', '/billing/invoices', '/products', '/billing/prepaid'];
    pages.push('/organization/policies', '/organization/activity', '/organization');
    for (const path of [...pages.map((one) => home + one), ...account]) {
      await page.goto(path);
      expect(await barriers(page), path).toEqual([]);
    }
    await signInAsStaff(page, 2);
    for (const path of ['/staff/bank', '/staff/accounts', '/staff/texts', '/staff/security']) {
      await page.goto(path);
      expect(await barriers(page), path).toEqual([]);
    }
    await context.close();
  });
}

test('nothing is cut off on a small screen', async ({ browser }) => {
  const page = await (
    await browser.newContext({ viewport: { width: 360, height: 740 } })
  ).newPage();
  await signIn(page);
  const home = `/o/${organizationIn(page)}`;
  const pages = ['', '/billing/invoices', '/products/order', '/billing/prepaid'];
  for (const path of [...pages.map((one) => home + one), ...account]) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const { wide, shown } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      shown: document.documentElement.clientWidth,
    }));
    expect(wide, path).toBeLessThanOrEqual(shown);
  }
});

test('[SE-16] the browser’s storage holds no secret', async ({ page, context }) => {
  await signIn(page);
  const stored = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  const session = (await context.cookies()).find(({ name }) => name.endsWith('sid'));
  expect(session?.httpOnly).toBe(true);
  expect(stored).not.toContain(session?.value ?? 'nothing');
  expect(stored).not.toMatch(/m[st]_[\w-]{40}/);
});

test('[WB-02] a script that somebody slipped into the page does not run', async ({ page }) => {
  await page.goto('/sign-in');
  await page.evaluate(() => {
    const script = document.createElement('div');
    script.innerHTML = '<img src="x" onerror="document.title = \'taken\'">';
    document.body.append(script);
  });
  await page.waitForTimeout(500);
  expect(await page.title()).not.toBe('taken');
});

async function barriers(page: Page): Promise<string[]> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  // the phone's app asks again and again
  if (!page.url().endsWith('/authenticator')) await page.waitForLoadState('networkidle');
  await page.addScriptTag({ path: axePath });
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
}
