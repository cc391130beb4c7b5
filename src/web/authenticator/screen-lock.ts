// The screen lock of this phone: finger, face or PIN, asked for before each approval. What its
// browser keeps for it belongs to this app, and signs in nowhere.
import {
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import type { Account } from './accounts.ts';
import { text } from './app-words.ts';
import type { Said } from './card.ts';
import { button, element } from './draw.ts';
import { askLock, beginLock, keepLock } from './phone.ts';

/** Offers to ask for it where this phone has one, and says so where it does. */
export function lockPart(account: Account): { readonly node: HTMLElement; look(said: Said): void } {
  const node = element('div', 'stack lock');
  const note = element('p', 'note');
  let shown = '';
  const show = (name: string, ...inside: Node[]): void => {
    if (shown === name) return;
    shown = name;
    node.replaceChildren(...inside);
  };
  async function make(): Promise<void> {
    note.textContent = '';
    const isKept = await madeLock(account).catch(() => false);
    if (!isKept) note.textContent = text.lockNotMade;
  }
  async function offer(): Promise<void> {
    if (!(await isThere())) return;
    const why = element('p', 'muted', text.lockWhy);
    show('offer', why, button(text.lockAdd, '', make), note);
  }
  function look(said: Said): void {
    const may = said?.state === 'active' || said?.state === 'not-finished';
    if (!may) show('');
    else if (said.hasScreenLock) show('kept', element('p', 'muted', text.lockKept));
    else void offer();
  }
  return { node, look };
}

async function madeLock(account: Account): Promise<boolean> {
  const options: object = await beginLock(account);
  // its shape is the browser's, and the browser checks it
  const optionsJSON = options as PublicKeyCredentialCreationOptionsJSON;
  return keepLock(account, await startRegistration({ optionsJSON }));
}

/** What it signed to approve this one request; undefined where it did not confirm. */
export async function shownLock(account: Account, attempt: string) {
  const options: object = await askLock(account, attempt);
  const optionsJSON = options as PublicKeyCredentialRequestOptionsJSON;
  return startAuthentication({ optionsJSON }).catch(() => undefined);
}

/** Whether this phone has one that a browser may ask for. */
async function isThere(): Promise<boolean> {
  if (!('PublicKeyCredential' in globalThis)) return false;
  return PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable().catch(() => false);
}
