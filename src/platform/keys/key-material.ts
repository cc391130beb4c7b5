// What an operator writes into ATRIO_KEYS, and why it is refused (CR-03).

export type Key = { readonly kid: string; readonly bytes: Buffer };

export class WrongKeys extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'WrongKeys';
  }
}

/**
 * Reads `k2:BASE64,k1:BASE64`; the first is current. Throws for missing, short, repeated or sample
 * keys.
 */
export function parseKeys(text: string): readonly [Key, ...Key[]] {
  const [first, ...older] = text
    .split(/[,\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(parseKey);
  if (!first) throw new WrongKeys(`The keys are empty. ${howToMake}`);

  const keys = [first, ...older] as const;
  refuseRepeated(keys.map(({ kid }) => kid));
  if (new Set(keys.map(({ bytes }) => bytes.toString('hex'))).size < keys.length) {
    throw new WrongKeys('Two keys have the same bytes. Each key must be of its own.');
  }
  return keys;
}

const howToMake = 'Make one with: openssl rand -base64 32';
const keyBytes = 32;

function parseKey(part: string): Key {
  const [, kid, base64] = /^([a-z0-9][a-z0-9-]{0,15}):([A-Za-z0-9+/_-]+={0,2})$/.exec(part) ?? [];
  if (kid === undefined || base64 === undefined) {
    throw new WrongKeys(`A key is not written as id:base64, with an id such as k1. ${howToMake}`);
  }
  const bytes = Buffer.from(
    base64,
    base64.includes('-') || base64.includes('_') ? 'base64url' : 'base64',
  );
  if (bytes.length < keyBytes) {
    throw new WrongKeys(
      `The key ${kid} has ${bytes.length} bytes; it needs ${keyBytes}. ${howToMake}`,
    );
  }
  if (isSample(bytes)) throw new WrongKeys(`The key ${kid} is not random. ${howToMake}`);
  return { kid, bytes };
}

function refuseRepeated(kids: readonly string[]): void {
  const twice = kids.find((kid, index) => kids.indexOf(kid) !== index);
  if (twice !== undefined) throw new WrongKeys(`The key id ${twice} is given twice.`);
}

/**
 * A key copied from an example, a text somebody typed, or a repeated pattern. 32 random bytes have
 * fewer than 20 different values, or only printable letters, less than once in 10¹⁰ times.
 */
function isSample(bytes: Buffer): boolean {
  const printable = bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
  return printable || new Set(bytes).size < 20;
}
