// A sign-in that has written everything and committed nothing yet: what ends sessions at that very
// moment must end its session too.
import { signIn } from '#modules/identity/sign-in/sign-in.ts';
import type { Within } from '#platform/database/database.ts';
import type { Client } from './client.ts';
import { ada, password } from './people.ts';
import type { World } from './world.ts';

/** Runs something while Ada's sign-in completes; gives the browser that she signed in with. */
export async function whileSigningIn(
  world: World,
  happens: () => Promise<unknown>,
): Promise<Client> {
  const written = Promise.withResolvers<void>();
  const committing = Promise.withResolvers<void>();
  let steps = 0;
  const within: Within = (work, options) =>
    world.within(async (tx) => {
      const done = await work(tx);
      if (++steps < 2) return done; // the try is reserved, the password not yet checked
      written.resolve();
      await committing.promise;
      return done;
    }, options);
  const carried = { deviceToken: undefined, sessionToken: undefined, proofOfWork: undefined };
  const place = { agent: 'stories', prefix: '192.0.2.9' };
  const who = { door: 'user', address: ada.address, password, stay: false } as const;
  const command = { ...who, returnTo: undefined, browser: { ...carried, ...place } };
  const signingIn = signIn(within, command, world.clock.now());
  await Promise.race([written.promise, signingIn]);
  const happening = happens();
  // either it is through by now, or it waits for the sign-in
  await Promise.race([happening, new Promise((resolve) => setTimeout(resolve, 500))]);
  committing.resolve();

  const completed = await signingIn;
  await happening;
  if (completed.kind !== 'signed-in') throw new Error('nobody signed in');
  const browser = world.browser();
  browser.setCookie('sid', completed.sessionToken);
  return browser;
}
