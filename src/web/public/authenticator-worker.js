// Keeps Atrio Authenticator at hand without a network: its page and what the page is made of.
const kept = 'authenticator';
const page = '/authenticator';

async function keep() {
  const cache = await caches.open(kept);
  const response = await fetch(page, { headers: { accept: 'text/html' } });
  const html = await response.clone().text();
  const parts = [...html.matchAll(/(?:src|href)="(\/(?:assets\/|atrio)[^"]+)"/g)];
  await cache.put(page, response);
  await cache.addAll(parts.map(([, address]) => address));
}

addEventListener('install', (event) => {
  event.waitUntil(keep());
  self.skipWaiting();
});
addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
addEventListener('fetch', (event) => {
  const { pathname } = new URL(event.request.url);
  if (event.request.method !== 'GET' || pathname.startsWith('/api/')) return;
  const name = event.request.mode === 'navigate' ? page : event.request;
  event.respondWith(
    fetch(event.request).catch(
      async () => (await caches.match(name, { ignoreVary: true })) ?? Response.error(),
    ),
  );
});
