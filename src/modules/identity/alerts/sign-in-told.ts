import type { Instant } from '#kernel/calendar.ts';
import type { Format } from '#modules/messages/index.ts';
import type { Signal } from '../risk/risk.rules.ts';
import { unusualIn } from './unusual/unusual-in.ts';

/** What a mail says about a sign-in. */
export type SignInTold = {
  readonly device: string;
  /** In the reader's language; undefined where the operator has no file of places. */
  readonly place: string | undefined;
  readonly at: Instant;
  readonly methods: readonly string[];
  /** What was unusual about it. */
  readonly signals: readonly Signal[];
};

const labels = {
  en: { device: 'Device', place: 'Place (approximate)', at: 'When', method: 'With' },
  es: { device: 'Dispositivo', place: 'Lugar (aproximado)', at: 'Cuándo', method: 'Con' },
} as const;

const methodNames: { readonly [L in 'en' | 'es']: { readonly [method: string]: string } } = {
  en: {
    password: 'password',
    'mailed-link': 'mailed link',
    totp: 'code app',
    push: 'Atrio Authenticator',
    sms: 'text message',
    passkey: 'passkey',
    'security-key': 'security key',
    emergency: 'emergency code',
  },
  es: {
    password: 'contraseña',
    'mailed-link': 'enlace por correo',
    totp: 'aplicación de códigos',
    push: 'Atrio Authenticator',
    sms: 'mensaje de texto',
    passkey: 'llave de acceso',
    'security-key': 'llave de seguridad',
    emergency: 'código de emergencia',
  },
};

/** Device, place, time and method, as rows of a mail. */
export function factsOf(
  { device, place, at, methods, signals }: SignInTold,
  format: Format,
  language: 'en' | 'es',
): (readonly [string, string])[] {
  const label = labels[language];
  const names = methods.map((method) => methodNames[language][method] ?? method);
  return [
    [label.device, device],
    ...(place === undefined ? [] : [[label.place, place] as const]),
    [label.at, format.instant(at)],
    [label.method, names.join(' + ')],
    ...unusualIn(language, signals),
  ];
}
