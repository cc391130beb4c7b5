import { defineLetter, type Format } from '#modules/messages/index.ts';
import type { Day, Instant } from '#kernel/calendar.ts';
import type { FactorMethod } from '../factor-method.rules.ts';
import type { Policy } from '../policy.rules.ts';

type Facts = {
  readonly organization: string;
  readonly policy: Policy;
  readonly by: string;
  readonly at: Instant;
  /** The day on which the reader is stopped; absent: they have what is required. */
  readonly stopsOn: Day | undefined;
  readonly link: string;
};

type Words = {
  readonly factor: readonly [label: string, off: string, from: (day: string) => string];
  readonly methods: readonly [label: string, Readonly<Record<FactorMethod, string>>];
  readonly idle: readonly [label: string, usual: string, minutes: (count: number) => string];
  readonly absolute: readonly [label: string, usual: string, hours: (count: number) => string];
  readonly stay: readonly [label: string, allowed: string, forbidden: string];
};

export const methodWords: Readonly<Record<'en' | 'es', Readonly<Record<FactorMethod, string>>>> = {
  en: {
    passkey: 'passkey',
    totp: 'code app',
    push: 'Atrio Authenticator',
    sms: 'text message',
  },
  es: {
    passkey: 'llave de acceso',
    totp: 'aplicación de códigos',
    push: 'Atrio Authenticator',
    sms: 'mensaje de texto',
  },
};

const english: Words = {
  factor: ['Second factor', 'not required', (day) => `required from ${day}`],
  methods: ['What counts', methodWords.en],
  idle: ['Signed out when unused', 'after an hour', (count) => `after ${count} minutes`],
  absolute: ['Signed out at the latest', 'after a day', (count) => `after ${count} h`],
  stay: ['“Stay signed in”', 'allowed', 'not allowed'],
};

const spanish: Words = {
  factor: ['Segundo factor', 'no se exige', (day) => `obligatorio a partir del ${day}`],
  methods: ['Qué sirve', methodWords.es],
  idle: ['La sesión se cierra sin uso', 'tras una hora', (count) => `tras ${count} minutos`],
  absolute: ['La sesión se cierra como máximo', 'tras un día', (count) => `tras ${count} h`],
  stay: ['«Mantener la sesión iniciada»', 'permitido', 'no permitido'],
};

/** What holds now, a row each. */
function summaryOf({ policy }: Facts, words: Words, format: Format): [string, string][] {
  const { secondFactor, methods, idleSeconds, absoluteSeconds, mayStay } = policy;
  const [factor, off, from] = words.factor;
  const [counts, names] = words.methods;
  const [idle, usualIdle, minutes] = words.idle;
  const [absolute, usualEnd, hours] = words.absolute;
  const [stay, allowed, forbidden] = words.stay;
  return [
    [factor, secondFactor ? from(format.day(secondFactor.from)) : off],
    ...(secondFactor
      ? [[counts, methods.map((method) => names[method]).join(', ')] satisfies [string, string]]
      : []),
    [idle, idleSeconds === undefined ? usualIdle : minutes(idleSeconds / 60)],
    [absolute, absoluteSeconds === undefined ? usualEnd : hours(absoluteSeconds / 3600)],
    [stay, mayStay ? allowed : forbidden],
  ];
}

/** Tells the members what their organization asks of them at sign-in from now on. */
export const policyChanged = defineLetter<Facts>('organizations.policy-changed', {
  en: (facts, format) => ({
    subject: `New security rules in ${facts.organization}`,
    lines: [
      `${facts.by} changed what ${facts.organization} asks of its members when they sign in.`,
      facts.stopsOn === undefined
        ? 'There is nothing you have to do.'
        : `You have no second factor yet. Please set one up: from ${format.day(facts.stopsOn)} you cannot work in ${facts.organization} without it. Your own account stays open to you.`,
    ],
    facts: [...summaryOf(facts, english, format), ['Changed', format.instant(facts.at)]],
    action: {
      label: facts.stopsOn === undefined ? 'See the rules' : 'Set up a second factor',
      url: facts.link,
    },
  }),
  es: (facts, format) => ({
    subject: `Nuevas normas de seguridad en ${facts.organization}`,
    lines: [
      `${facts.by} ha cambiado lo que ${facts.organization} exige a sus miembros al iniciar sesión.`,
      facts.stopsOn === undefined
        ? 'No tiene que hacer nada.'
        : `Usted aún no tiene un segundo factor. Configúrelo, por favor: a partir del ${format.day(facts.stopsOn)} no podrá trabajar en ${facts.organization} sin él. Su propia cuenta sigue abierta para usted.`,
    ],
    facts: [...summaryOf(facts, spanish, format), ['Cambiado', format.instant(facts.at)]],
    action: {
      label: facts.stopsOn === undefined ? 'Ver las normas' : 'Configurar un segundo factor',
      url: facts.link,
    },
  }),
});
