import type { Language } from '#kernel/language.ts';

/** The words around every letter. */
type Words = {
  readonly greeting: (name: string) => string;
  readonly code: (code: string) => string;
  readonly check: string;
};

const en: Words = {
  greeting: (name) => (name === '' ? 'Hello,' : `Hello ${name},`),
  code: (code) => `Code of this message: ${code}`,
  check: 'A message is from us only if you find it under My account → Messages with this code.',
};

const es: Words = {
  greeting: (name) => (name === '' ? 'Hola:' : `Hola, ${name}:`),
  code: (code) => `Código de este mensaje: ${code}`,
  check: 'Un mensaje es nuestro solo si lo encuentra en Mi cuenta → Mensajes con este código.',
};

const fr: Words = {
  greeting: (name) => (name === '' ? 'Bonjour,' : `Bonjour ${name},`),
  code: (code) => `Code de ce message : ${code}`,
  check:
    'Un message ne vient de nous que si vous le trouvez sous Mon compte → Messages avec ce code.',
};

const de: Words = {
  greeting: (name) => (name === '' ? 'Guten Tag' : `Guten Tag ${name}`),
  code: (code) => `Code dieser Nachricht: ${code}`,
  check:
    'Eine Nachricht ist nur von uns, wenn sie mit diesem Code in Mein Konto → Nachrichten steht.',
};

const it: Words = {
  greeting: (name) => (name === '' ? 'Buongiorno,' : `Buongiorno ${name},`),
  code: (code) => `Codice di questo messaggio: ${code}`,
  check: 'Un messaggio è nostro solo se lo trova in Il mio account → Messaggi con questo codice.',
};

export const wordsIn: Readonly<Record<Language, Words>> = { en, es, fr, de, it };
