/** What a password may be (PW-01 … PW-06): defaults, and floors under which no setting goes. */
export const passwordLimits = {
  /** Where the password can be the only factor. */
  minimum: 15,
  /** Where policy forces a second factor; also the floor of every setting. */
  minimumWithFactor: 8,
  maximum: 256,
  maximumBytes: 1024,
} as const;

/** The shortest password that this account may have. */
export function minimumLength({ isFactorForced }: { isFactorForced: boolean }): number {
  return isFactorForced ? passwordLimits.minimumWithFactor : passwordLimits.minimum;
}

/** An operator's own minimum, or an error that names the floor: start refuses it (PW-01). */
export function checkedMinimum(wanted: number): number {
  if (Number.isInteger(wanted) && wanted >= passwordLimits.minimumWithFactor) return wanted;
  throw new RangeError(
    `passwords cannot be shorter than ${passwordLimits.minimumWithFactor}: ${wanted} was asked for`,
  );
}

export type PasswordFault =
  | { readonly kind: 'short'; readonly minimum: number }
  | { readonly kind: 'long'; readonly maximum: number }
  | { readonly kind: 'simple' }
  | { readonly kind: 'personal' }
  | { readonly kind: 'listed' };

export type Circumstances = {
  readonly minimum: number;
  /** Names of the person, the product and the place: no password as a whole. */
  readonly words: readonly string[];
  readonly isListed: (normalized: string) => boolean;
};

/** Characters as people count them: an emoji is one. */
const lettersOf = (text: string): string[] => Array.from(text);

/** The same at setting and at checking; never cut, never another case (PW-02, PW-03). */
export function normalized(password: string): string {
  return password.normalize('NFKC');
}

/** Whether a normalized password is too long to be anybody's. */
export function isTooLong(password: string): boolean {
  const { maximum, maximumBytes } = passwordLimits;
  return (
    lettersOf(password).length > maximum || new TextEncoder().encode(password).length > maximumBytes
  );
}

/** Why a new password is turned down; undefined when it is good. */
export function faultOf(
  password: string,
  { minimum, words, isListed }: Circumstances,
): PasswordFault | undefined {
  if (isTooLong(password)) return { kind: 'long', maximum: passwordLimits.maximum };
  if (lettersOf(password).length < minimum) return { kind: 'short', minimum };
  if (isRun(password) || isRepetition(password)) return { kind: 'simple' };
  if (isPersonal(password, words)) return { kind: 'personal' };
  if (isListed(password)) return { kind: 'listed' };
  return undefined;
}

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'yxcvbnm',
  'azertyuiop',
  'qsdfghjklm',
  'wxcvbn',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
];
/** In which direction of which row a pair of letters goes. */
const ways = new Map<string, ReadonlySet<string>>();
for (const [index, row] of rows.entries()) {
  for (const [at, letter] of lettersOf(row).slice(1).entries()) {
    const before = row[at] ?? '';
    ways.set(before + letter, new Set([...waysOf(before + letter), `${index} on`]));
    ways.set(letter + before, new Set([...waysOf(letter + before), `${index} back`]));
  }
}

function waysOf(pair: string): ReadonlySet<string> {
  return ways.get(pair) ?? new Set();
}

/** Walks along the alphabet, the digits or the keyboard, in pieces of three and more on average. */
function isRun(password: string): boolean {
  const letters = lettersOf(password.toLowerCase());
  let pieces = 1;
  let going: ReadonlySet<string> | undefined; // undefined: at the first letter of a piece
  for (const [index, letter] of letters.slice(1).entries()) {
    const before = letters[index] ?? '';
    const here = before === letter ? new Set(['stays']) : waysOf(before + letter);
    const same = going ? both(here, going) : here;
    if (same.size === 0) pieces++;
    going = same.size === 0 ? undefined : same;
  }
  return letters.length >= 3 * pieces;
}

function both(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...a].filter((one) => b.has(one)));
}

/** One chunk that is too short for a password, again and again; the last one may be cut. */
function isRepetition(password: string): boolean {
  const letters = lettersOf(password.toLowerCase());
  const longest = Math.min(Math.floor(letters.length / 2), passwordLimits.minimum - 1);
  const sizes = Array.from({ length: longest }, (_, index) => index + 1);
  return sizes.some((size) =>
    letters.every((letter, index) => index < size || letter === letters[index - size]),
  );
}

/** A known word or two of them, as a whole: turned around, spelled with digits, with ends added. */
function isPersonal(password: string, words: readonly string[]): boolean {
  const plain = words.map((word) => bare(word)).filter((word) => word.length >= 3);
  const known = new Set(plain.flatMap((word) => [word, ...plain.map((other) => word + other)]));
  const forms = [password, unleet(core(password)), unleet(wordsIn(password))].flatMap((form) => {
    const letters = bare(form);
    return [letters, lettersOf(letters).toReversed().join('')];
  });
  return forms.some((form) => known.has(form) || known.has(halfOf(form)));
}

/** Letters alone, in lower case, without accents. */
function bare(text: string): string {
  return text.normalize('NFKD').toLowerCase().replaceAll(/\P{L}/gu, '');
}

const disguises: { readonly [sign: string]: string } = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** Signs read as the letters they stand for. */
function unleet(text: string): string {
  return lettersOf(text)
    .map((sign) => disguises[sign] ?? sign)
    .join('');
}

/** Without what stands before the first and after the last letter. */
function core(text: string): string {
  return text.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
}

/** Only the parts that have a letter: years and numbers set apart are decoration. */
function wordsIn(text: string): string {
  const parts = text.split(/[^\p{L}\p{N}@$!]+/u);
  return parts.filter((part) => /\p{L}/u.test(part)).join('');
}

/** A word said twice is that word. */
function halfOf(text: string): string {
  const half = text.slice(0, text.length / 2);
  return half + half === text ? half : text;
}

/** Does a stored record ask for less work than today's (PW-11)? */
export function needsRehash(record: string, cost: HashCost): boolean {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$/.exec(record);
  if (!match) return true;
  const [, memory, time] = match.map(Number);
  return (memory ?? 0) < cost.memoryCost || (time ?? 0) < cost.timeCost;
}

/** argon2id: kibibytes, rounds, lanes. */
export type HashCost = {
  readonly memoryCost: number;
  readonly timeCost: number;
  readonly parallelism: number;
};

/** The floor and the default (PW-10). */
export const hashCost: HashCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
