// What Lighthouse says of the built app as a desktop sees it: the door, and two pages behind it.
import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';
import { demoPassword, demoPeople } from '../../src/demo/accounts.ts';
import { startProgram, withDemo } from '../place/program.ts';
import type { Bench, Row } from '../row.ts';

const bounds = { performance: 95, accessibility: 100, 'best-practices': 100 };
const categories = ['performance', 'accessibility', 'best-practices'] as const;

const chromeFlags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Signed in as the demo's customer: the cookies, and the addresses of the pages to look at. */
async function pagesOf(origin: string): Promise<readonly (readonly [string, string, string])[]> {
  const signedIn = await fetch(`${origin}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin, 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ address: demoPeople.customer.address, password: demoPassword }),
  });
  if (!signedIn.ok) throw new Error(`nobody could sign in: ${await signedIn.text()}`);
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');
  const answer = await fetch(`${origin}/api/v1/account/organizations`, { headers: { cookie } });
  const { current } = (await answer.json()) as { current: string };
  return [
    ['sign-in', `${origin}/sign-in`, ''],
    ['home', `${origin}/o/${current}`, cookie],
    ['invoices', `${origin}/o/${current}/billing/invoices`, cookie],
  ];
}

async function rowsOf(name: string, url: string, cookie: string): Promise<Row[]> {
  const chrome = await launch({
    chromePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    chromeFlags,
  });
  try {
    const headers = cookie === '' ? {} : { extraHeaders: { Cookie: cookie } };
    const flags = { port: chrome.port, onlyCategories: [...categories], ...headers };
    const result = await lighthouse(url, { ...flags, logLevel: 'error' }, desktopConfig);
    if (!result) throw new Error(`Lighthouse says nothing of ${name}`);
    const { lhr } = result;
    if (lhr.finalDisplayedUrl !== url) throw new Error(`${name} led to ${lhr.finalDisplayedUrl}`);
    return categories.map((category) => {
      const score = (lhr.categories[category]?.score ?? 0) * 100;
      const wrong = (lhr.categories[category]?.auditRefs ?? [])
        .filter(({ id, weight }) => weight > 0 && (lhr.audits[id]?.score ?? 1) < 0.9)
        .map(({ id }) => id);
      return {
        what: `Lighthouse, ${category} of ${name}`,
        ratio: score / bounds[category],
        of: `the wanted ${bounds[category]} points`,
        bound: { least: 1 },
        figures: `${score.toFixed(0)} points${wrong.length > 0 ? `; ${wrong.join(', ')}` : ''}`,
      };
    });
  } finally {
    chrome.kill();
  }
}

export const bench: Bench = {
  measure: () =>
    withDemo(async (dataFolder) => {
      const program = await startProgram(dataFolder);
      try {
        const rows: Row[] = [];
        for (const page of await pagesOf(program.origin)) rows.push(...(await rowsOf(...page)));
        return rows;
      } finally {
        await program.stop();
      }
    }),
};
