// A phone in the journeys: its browser is real, its push service stands here. What the server sends
// there wakes the real service worker.
import { createServer } from 'node:http';
import { once } from 'node:events';
import { test, type Browser, type CDPSession, type Page } from '@playwright/test';

/** Where playwright.config.ts lets the server send wake-ups. */
export const pushServicePort = 3472;

export type Phone = {
  readonly page: Page;
  /** Closes the app: what comes then must come by a wake-up. */
  closeApp(): Promise<void>;
  /** What its notices say now. */
  notices(): Promise<readonly string[]>;
};

/** A phone of its own, whose owner allows notices. */
export async function openPhone(browser: Browser): Promise<Phone> {
  const context = await browser.newContext({ viewport: { width: 390, height: 780 } });
  await context.grantPermissions(['notifications']);
  // no journey reaches the push service of Chromium's maker: the browser is given ours
  await context.addInitScript(subscribeHere, `http://127.0.0.1:${pushServicePort}/phone`);
  const page = await context.newPage();
  const chrome = await context.newCDPSession(page);
  const wake = await wakerOf(chrome);
  const server = createServer((_request, response) => {
    response.writeHead(201).end();
    wake(new URL(page.url()).origin);
  });
  server.listen(pushServicePort, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => server.close());
  return {
    page,
    // another page of the same place: there is no app to close notices, and they can be read
    closeApp: async () => void (await page.goto('/robots.txt')),
    notices: () => page.evaluate(noticesShown),
  };
}

const closing: (() => void)[] = [];
test.afterEach(() => closing.splice(0).forEach((close) => close()));

/** Hands an empty message to the service worker, as the browser does when one arrives. */
async function wakerOf(chrome: CDPSession): Promise<(origin: string) => void> {
  let registrationId = '';
  chrome.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
    registrationId = registrations.at(-1)?.registrationId ?? registrationId;
  });
  await chrome.send('ServiceWorker.enable');
  return (origin) => {
    const message = { origin, registrationId, data: '' };
    void chrome.send('ServiceWorker.deliverPushMessage', message);
  };
}

function subscribeHere(endpoint: string): void {
  let known: PushSubscription | null = null;
  const bytesOf = (text: string) =>
    Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0),
    ).buffer;
  Object.assign(PushManager.prototype, {
    getSubscription: async () => known,
    subscribe: async ({ applicationServerKey: key }: { applicationServerKey: string }) => {
      const options = { applicationServerKey: bytesOf(key), userVisibleOnly: true };
      known = Object.assign(Object.create(null), { endpoint, options });
      return known;
    },
  });
}

async function noticesShown(): Promise<string[]> {
  const registration = await navigator.serviceWorker.getRegistration('/authenticator');
  return ((await registration?.getNotifications()) ?? []).map(
    ({ title, body }) => `${title}\n${body}`,
  );
}
