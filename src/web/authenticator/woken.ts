// How this phone is woken: its browser gives an address at its push service, and we say it signed.
import { accounts } from './accounts.ts';
import { subscribe, waitingFor } from './phone.ts';

/** Whether a phone can be woken, and what is missing. */
export type Wakeable = 'yes' | 'may-be-asked' | 'refused' | 'only-installed' | 'never';

export function wakeable(): Wakeable {
  if (!('PushManager' in globalThis) || !('Notification' in globalThis)) {
    // Apple wakes what was added to the home screen, and nothing else
    return 'standalone' in navigator && navigator.standalone !== true ? 'only-installed' : 'never';
  }
  if (Notification.permission === 'default') return 'may-be-asked';
  return Notification.permission === 'granted' ? 'yes' : 'refused';
}

/** Subscribes this browser and tells every account of it; throws where it cannot be woken. */
export async function renewSubscription(registration: ServiceWorkerRegistration): Promise<void> {
  const asked = (await accounts()).map(async (account) => ({
    account,
    push: (await waitingFor(account)).push,
  }));
  for (const { account, push } of await Promise.all(asked)) {
    if (!push) continue;
    const { endpoint } = await subscriptionFor(registration, push.key);
    await subscribe(account, endpoint);
  }
}

/** Whether the address is there, of this instance's key. */
export async function isSubscribed(
  registration: ServiceWorkerRegistration,
  key: string,
): Promise<boolean> {
  const known = await registration.pushManager.getSubscription();
  return known !== null && isOf(known, key);
}

async function subscriptionFor(
  { pushManager }: ServiceWorkerRegistration,
  key: string,
): Promise<PushSubscription> {
  const known = await pushManager.getSubscription();
  if (known && isOf(known, key)) return known;
  await known?.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
}

function isOf({ options }: PushSubscription, key: string): boolean {
  const bytes = new Uint8Array(options.applicationServerKey ?? new ArrayBuffer());
  const text = btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
  return text.replaceAll('=', '') === key;
}
