// Passkeys as the browser speaks of them. The library is fetched when somebody uses one.
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';

/** What the API gave to be asked; its shape is the browser's, and the browser checks it. */
type Options = { readonly [name: string]: unknown };

const library = () => import('@simplewebauthn/browser');

/** Whether this browser knows passkeys at all. */
export const knowsPasskeys = (): boolean => 'PublicKeyCredential' in window;

/** Whether this device itself keeps passkeys, behind a face, a finger or a PIN. */
export async function keepsPasskeys(): Promise<boolean> {
  if (!knowsPasskeys()) return false;
  const { platformAuthenticatorIsAvailable } = await library();
  return platformAuthenticatorIsAvailable();
}

/** Asks for one of the reader's passkeys; undefined when they turned away or it took too long. */
export async function answerWithPasskey(options: Options) {
  const { startAuthentication } = await library();
  const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON;
  return startAuthentication({ optionsJSON }).catch(() => undefined);
}

/** Makes a new passkey; undefined when the reader turned away or it exists already. */
export async function makePasskey(options: Options) {
  const { startRegistration } = await library();
  const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON;
  return startRegistration({ optionsJSON }).catch(() => undefined);
}

/** What is true of an account's passkeys now. */
export type KnownPasskeys = {
  readonly rpId: string;
  readonly userHandle: string;
  readonly credentialIds: readonly string[];
  readonly name: string;
  readonly displayName: string;
};

/**
 * Tells password managers how the owner of passkeys is called and, when one is gone, which are left.
 * Whoever does not listen goes on showing what is gone; nothing else depends on it.
 */
export async function tellOfPasskeys(
  known: KnownPasskeys,
  { isOneGone }: { isOneGone: boolean },
): Promise<void> {
  const { rpId: rpID, userHandle: userID, name: userName, displayName } = known;
  const { sendSignal } = await library();
  const details = { rpID, userID, userName, userDisplayName: displayName };
  await sendSignal({ signalName: 'currentUserDetails', ...details }).catch(() => undefined);
  if (!isOneGone) return;
  const left = { rpID, userID, allAcceptedCredentialIDs: [...known.credentialIds] };
  await sendSignal({ signalName: 'allAcceptedCredentials', ...left }).catch(() => undefined);
}

/**
 * Offers the reader's passkeys among what the browser fills into the address field, as long as
 * nobody calls the function that it gives.
 */
export function offerPasskeys(
  ask: () => Promise<Options>,
  onAnswer: (answer: Awaited<ReturnType<typeof answerWithPasskey>> & object) => void,
): () => void {
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const offer = async (): Promise<void> => {
    const { browserSupportsWebAuthnAutofill, startAuthentication } = await library();
    if (isOver || !(await browserSupportsWebAuthnAutofill())) return;
    const optionsJSON = (await ask()) as unknown as PublicKeyCredentialRequestOptionsJSON;
    if (isOver) return;
    clearTimeout(timer);
    // what is asked for is good for five minutes, and a page may wait longer
    timer = setTimeout(() => void offer().catch(() => undefined), 4 * 60_000);
    const answer = await startAuthentication({ optionsJSON, useBrowserAutofill: true });
    if (!isOver) onAnswer(answer);
  };
  // a browser without passkeys, or a reader who turned away, signs in otherwise
  void offer().catch(() => undefined);
  return () => {
    isOver = true;
    clearTimeout(timer);
    void library().then(({ WebAuthnAbortService }) => WebAuthnAbortService.cancelCeremony());
  };
}
