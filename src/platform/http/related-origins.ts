import type { FastifyInstance } from 'fastify';
import type { Settings } from '#platform/settings.ts';

/**
 * Tells browsers at which other addresses of the provider its passkeys may be used (WebAuthn, related
 * origins). Nothing is there until the operator names one.
 */
export function tellRelatedOrigins(
  server: FastifyInstance,
  { origin, passkeyOrigins }: Pick<Settings, 'origin' | 'passkeyOrigins'>,
): void {
  if (passkeyOrigins.length === 0) return;
  const origins = [...new Set([origin, ...passkeyOrigins])];
  server.get('/.well-known/webauthn', (_request, reply) =>
    reply.header('cache-control', 'public, max-age=3600').send({ origins }),
  );
}
