import type { FastifyInstance, FastifyRequest } from 'fastify';
import { defineRefusal } from '#kernel/refusal.ts';
import { isThisMachine } from '#platform/settings/variables.ts';
import type { Settings } from '#platform/settings.ts';
import { plainPage, sendPage, wantsPage } from './pages.ts';

const plainHttp = defineRefusal<{ origin: string }>('http.plain-http', 'forbidden');

/** What machines ask that watch over this one, often by its address. */
const watched = new Set(['/health', '/ready', '/metrics']);

/**
 * Sign-in cookies need HTTPS. On anything but this machine Atrio refuses plain HTTP and says why
 * (settled 17), unless the operator allowed it.
 */
export function refusePlainHttp(server: FastifyInstance, settings: Settings): void {
  if (settings.insecureHttp) return;
  const ours = new URL(settings.origin);
  server.addHook('onRequest', async (request, reply) => {
    if (isSafe(request, ours) || watched.has(request.url)) return;
    if (!wantsPage(request)) throw plainHttp({ origin: settings.origin });
    await sendPage(reply, explained(settings.origin), 403);
  });
}

/** The own https origin counts: TLS may end at a proxy that does not say so. */
function isSafe(request: FastifyRequest, ours: URL): boolean {
  return (
    request.protocol === 'https' ||
    isThisMachine(request.hostname) ||
    (ours.protocol === 'https:' && request.host === ours.host)
  );
}

function explained(origin: string): string {
  return plainPage('This address is not safe to sign in at', [
    'You reached Atrio over plain HTTP. Anybody on the way could read your password, so sign-in ' +
      'works over HTTPS only.',
    origin.startsWith('https:')
      ? `The address of this portal is ${origin}.`
      : 'If you run this portal: put it behind HTTPS and set ATRIO_ORIGIN to its public address.',
    'For a test network that nobody else can reach, ATRIO_INSECURE_HTTP=on allows plain HTTP.',
  ]);
}
