import './authenticator.css';
import { accounts, keepAccount } from './accounts.ts';
import { accountCard, missingCard } from './card.ts';
import { element } from './draw.ts';
import { guidePart } from './guide.ts';
import { rememberedPaired, rememberPaired } from './paired.ts';
import { pair } from './phone.ts';
import { language, text } from './app-words.ts';
import { wakingPart } from './waking.ts';

/** How often an open app asks what waits. */
const pollMs = 3000;
const app = document.querySelector('#app') ?? document.body;
document.documentElement.lang = language;

/** The code of the desktop is in the fragment, and leaves the address at once. */
async function pairScanned(): Promise<string> {
  const scanned = location.hash.slice(1);
  if (scanned === '') return '';
  history.replaceState(null, '', location.pathname);
  try {
    await keepAccount(await pair(scanned));
    rememberPaired(await accounts());
    // asks the browser to keep the key when it tidies up
    await navigator.storage?.persist?.();
    return '';
  } catch {
    return text.failed;
  }
}

async function start(): Promise<void> {
  const problem = await pairScanned();
  const all = await accounts();
  const missing = rememberedPaired().filter(
    ({ factorId }) => !all.some((account) => account.factorId === factorId),
  );
  const cards = all.map(accountCard);
  const waking = wakingPart();
  const isEmpty = all.length + missing.length === 0;
  app.replaceChildren(
    element('h1', '', 'Atrio Authenticator'),
    element('p', 'note', problem),
    ...(isEmpty ? [element('p', 'muted', text.empty)] : []),
    ...missing.map(missingCard),
    ...cards.map(({ node }) => node),
    waking.node,
    guidePart(),
  );
  async function refresh(): Promise<void> {
    const said = await Promise.all(cards.map((one) => one.refresh()));
    if (!document.hidden) await closeNotices();
    await waking.look(said);
  }
  await refresh();
  setInterval(() => void refresh(), pollMs);
}

/** Whoever looks at the app has seen what the notices said. */
async function closeNotices(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration('/authenticator');
  for (const notice of (await registration?.getNotifications()) ?? []) notice.close();
}

addEventListener('hashchange', () => location.reload());
navigator.serviceWorker
  ?.register('/authenticator-worker.js', { scope: '/authenticator' })
  // without it the app still works while it is open
  .catch(() => undefined);
await start();
