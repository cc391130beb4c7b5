// Chromium’s virtual authenticator: passkeys without a hand.
import type { CDPSession, Page } from '@playwright/test';

type Virtual = {
  credentials(): Promise<readonly { readonly isResidentCredential: boolean }[]>;
  setVerifying(isVerifying: boolean): Promise<void>;
  /** Tidies away what it kept. */
  forget(): Promise<void>;
};

/** An authenticator in the browser: built in where it verifies who holds it, else a key to touch. */
export async function virtualAuthenticator(
  page: Page,
  { isVerifying }: { isVerifying: boolean },
): Promise<Virtual> {
  const chrome: CDPSession = await page.context().newCDPSession(page);
  await chrome.send('WebAuthn.enable');
  const { authenticatorId } = await chrome.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: isVerifying ? 'internal' : 'usb',
      hasResidentKey: isVerifying,
      hasUserVerification: isVerifying,
      isUserVerified: isVerifying,
      automaticPresenceSimulation: true,
    },
  });
  return {
    credentials: async () =>
      (await chrome.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    setVerifying: async (isUserVerified) => {
      await chrome.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
    },
    forget: async () => {
      await chrome.send('WebAuthn.clearCredentials', { authenticatorId });
    },
  };
}
