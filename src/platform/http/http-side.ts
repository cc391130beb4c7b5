import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';
import { languages, type Language } from '#kernel/language.ts';
import { plainText } from './plain.rules.ts';
import type { CookieName, HttpSide, Upload } from './route.ts';

export type HttpSettings = {
  /** `https://portal.example` — links and origin checks use it, never a request header (RC-10). */
  readonly origin: string;
  /** Plain HTTP outside localhost was allowed: cookies lose prefix and Secure (settled 17). */
  readonly insecure: boolean;
  readonly maxUploadBytes: number;
};

export function cookieSpelling(name: CookieName, { insecure }: { insecure: boolean }): string {
  return insecure ? `atrio_${name}` : `__Host-atrio_${name}`;
}

export function httpSideOf(
  request: FastifyRequest,
  reply: FastifyReply,
  settings: HttpSettings,
): HttpSide {
  const attributes = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: !settings.insecure,
  } as const;
  return {
    requestId: request.id,
    get addressPrefix() {
      return prefixOf(request.ip);
    },
    get userAgent() {
      return (request.headers['user-agent'] ?? '').slice(0, 400);
    },
    get language() {
      return preferred(request.headers['accept-language']);
    },
    get proofOfWork() {
      return request.headers['x-atrio-proof-of-work']?.toString();
    },
    cookie: (name) => request.cookies[cookieSpelling(name, settings)],
    setCookie: (name, token, maxAge) => {
      const life = maxAge === undefined ? {} : { maxAge };
      reply.setCookie(cookieSpelling(name, settings), token, { ...attributes, ...life });
    },
    clearCookie: (name) => {
      reply.clearCookie(cookieSpelling(name, settings), attributes);
    },
    header: (name, value) => {
      reply.header(name, value);
    },
    upload: uploadOf(request),
  };
}

/** A file travels as the raw body, its name in X-File-Name (percent-encoded). */
function uploadOf(request: FastifyRequest): Upload | undefined {
  if (!(request.body instanceof Readable)) return undefined;
  const name = request.headers['x-file-name']?.toString() ?? 'file';
  return { name: plainText(decoded(name)).slice(0, 200), stream: request.body };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** /32 for IPv4, /64 for IPv6: what throttles count. */
export function prefixOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  const parts = (parsed as ipaddr.IPv6).parts.slice(0, 4).map((part) => part.toString(16));
  return `${parts.join(':')}::/64`;
}

/** The first language of the browser's list that Atrio speaks. */
export function preferred(accept: string | undefined): Language {
  const wanted = (accept ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.map((code) => languages.find((known) => known === code)).find(Boolean) ?? 'en';
}
