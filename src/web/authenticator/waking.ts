import type { Said } from './card.ts';
import { button, element } from './draw.ts';
import { text } from './app-words.ts';
import { isSubscribed, renewSubscription, wakeable } from './woken.ts';

/** Asks for what is missing so that this phone is woken, and subscribes once it may be. */
export function wakingPart(): {
  readonly node: HTMLElement;
  look(said: readonly Said[]): Promise<void>;
} {
  const node = element('section', 'waking');
  let hasTried = false;

  async function subscribe(): Promise<void> {
    hasTried = true;
    node.replaceChildren();
    try {
      await renewSubscription(await navigator.serviceWorker.ready);
    } catch {
      say(text.notWoken);
    }
  }
  const say = (...inside: (Node | string)[]): void => {
    node.replaceChildren(
      ...inside.map((one) => (one instanceof Node ? one : element('p', 'muted', one))),
    );
  };
  const allow = async (): Promise<void> => {
    await Notification.requestPermission();
    await subscribe();
  };

  async function look(said: readonly Said[]): Promise<void> {
    const push = said.flatMap((one) => one?.push ?? []);
    if (hasTried || push.length === 0) return;
    const can = wakeable();
    if (can === 'only-installed') say(text.install);
    else if (can === 'refused') say(text.noticesOff);
    else if (can === 'may-be-asked' && node.childElementCount === 0) {
      say(text.noticesWhy, button(text.allow, '', allow));
    } else if (can === 'yes') {
      const registration = await navigator.serviceWorker.ready;
      const isHere = await isSubscribed(registration, push[0]?.key ?? '');
      if (!isHere || push.some(({ isWoken }) => !isWoken)) await subscribe();
    }
  }
  return { node, look };
}
