// A door that many knock at lets a person in all the same: the browser works, the person waits.
import { expect, test, type Page } from '@playwright/test';
import { demoPassword, demoPeople } from '../../src/demo/accounts.ts';

/**
 * As many failed tries as a minute has free, from the network of these journeys: the last wants work,
 * and so does who comes in the rest of that minute.
 */
async function crowd(page: Page): Promise<void> {
  const left = 60_000 - (Date.now() % 60_000);
  if (left < 20_000) await page.waitForTimeout(left);
  const statuses = [];
  for (let tries = 0; tries < 11; tries++) {
    const status = await page.evaluate(async () => {
      const guess = { address: 'nobody@example.com', password: 'guessed by a program' };
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify(guess);
      return (await fetch('/api/v1/sign-in', { method: 'POST', headers, body })).status;
    });
    statuses.push(status);
  }
  expect(statuses.at(-1)).toBe(429);
}

test('[LK-14] [A2.4.1] somebody signs in although their network is at the door all the time', async ({
  page,
}) => {
  const fetched: string[] = [];
  // so that the sentence stands long enough to be read
  await page.route(/solver/, async (route) => {
    fetched.push(route.request().url());
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await route.continue();
  });
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(demoPeople.customer.address);
  await page.getByLabel('Password', { exact: true }).fill(demoPassword);
  await crowd(page);
  expect(fetched, 'nothing is fetched for it before it is wanted').toEqual([]);

  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('main').getByRole('status')).toHaveText(
    'Checking that you are not a robot…',
  );
  await page.waitForURL(/\/o\/org_/);
  const ours = new URL(page.url()).origin;
  expect(fetched.map((url) => new URL(url).origin)).toEqual([ours]);
});
