// Keeps Atrio Authenticator at hand without a network, and shows what it is woken for.
import { accounts, type Account } from './accounts.ts';
import { lineOf, takeNews } from './news.ts';
import { noticesFor, waitingFor } from './phone.ts';
import { text } from './app-words.ts';
import { titleOf } from './title.ts';
import { renewSubscription } from './woken.ts';
import type { WorkerScope } from './worker-scope.ts';

declare const self: WorkerScope;

const kept = 'authenticator';
const page = '/authenticator';

async function keep(): Promise<void> {
  const cache = await caches.open(kept);
  const response = await fetch(page, { headers: { accept: 'text/html' } });
  const html = await response.clone().text();
  const parts = [...html.matchAll(/(?:src|href)="(\/(?:assets\/|atrio)[^"]+)"/g)];
  await cache.put(page, response);
  await cache.addAll(parts.flatMap(([, address]) => (address ? [address] : [])));
}

async function answer(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    const name = request.mode === 'navigate' ? page : request;
    return (await caches.match(name, { ignoreVary: true })) ?? Response.error();
  }
}

type Notice = { readonly title: string; readonly body: string; readonly tag: string };

/** The wake-up said nothing; what there is, each account asks for itself. */
async function noticeOf(account: Account): Promise<Notice[]> {
  const { service: title, factorId } = account;
  const { state, waiting } = await waitingFor(account);
  if (state !== 'active') return [{ title, body: text[state], tag: factorId }];
  const changed = await newsOf(account);
  if (!waiting) return changed;
  const { attempt, browser, place } = waiting;
  const body = `${browser} · ${place}\n${text.tapToAnswer}`;
  return [...changed, { title: `${title}: ${titleOf(waiting)}`, body, tag: attempt }];
}

/** What was changed since this phone last said so, in one notice. */
async function newsOf(account: Account): Promise<Notice[]> {
  const news = await takeNews(account, await noticesFor(account));
  if (news.length === 0) return [];
  const { service: title, factorId } = account;
  return [{ title, body: news.map(lineOf).join('\n'), tag: `news ${factorId}` }];
}

/** Something is always shown: a browser that wakes us expects it. */
async function tell(): Promise<void> {
  const asked = await Promise.allSettled((await accounts()).map(noticeOf));
  const isComplete = asked.every(({ status }) => status === 'fulfilled');
  const notices = asked.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
  const generic = { title: 'Atrio Authenticator', body: isComplete ? text.quiet : text.look };
  const shown = notices.length > 0 ? notices : [{ ...generic, tag: 'generic' }];
  for (const { title, body, tag } of shown) {
    const look = { icon: '/authenticator-192.png', badge: '/authenticator-badge.png' };
    await self.registration.showNotification(title, { body, tag, ...look });
  }
}

async function open(): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const there = pages.find(({ url }) => new URL(url).pathname === page);
  await (there ? there.focus() : self.clients.openWindow(page));
}

self.addEventListener('install', (event) => {
  event.waitUntil(keep());
  void self.skipWaiting();
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { pathname } = new URL(event.request.url);
  if (event.request.method !== 'GET' || pathname.startsWith('/api/')) return;
  event.respondWith(answer(event.request));
});
self.addEventListener('push', (event) => event.waitUntil(tell()));
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open());
});
self.addEventListener('pushsubscriptionchange', (event) =>
  event.waitUntil(renewSubscription(self.registration)),
);
