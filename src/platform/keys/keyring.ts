import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  hkdfSync,
  randomBytes,
  sign,
  timingSafeEqual,
  verify,
  type KeyObject,
} from 'node:crypto';
import type { Key } from './key-material.ts';
import type { Keys, Purpose } from './keys.ts';

const version = 'v1';

/** Seals, opens and signs with keys that are already parsed. */
export function keyring(keys: readonly [Key, ...Key[]]): Keys {
  const current = keys[0];
  const subKey = remembering((kid: string, use: string) =>
    createSecretKey(derive(keyOf(keys, kid), use)),
  );
  const signers = new Map(keys.map((key) => [key.kid, signerOf(key)]));
  const signer = signerOf(current);

  const macUnder = (kid: string, purpose: Purpose, text: string): Buffer =>
    createHmac('sha256', subKey(kid, `hmac ${purpose.use}`))
      .update(bound(kid, purpose))
      .update(text)
      .digest();

  return {
    currentKid: current.kid,
    seal: (purpose, text) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv(
        'aes-256-gcm',
        subKey(current.kid, `seal ${purpose.use}`),
        nonce,
      );
      cipher.setAAD(bound(current.kid, purpose));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      const parts = [nonce, body, cipher.getAuthTag()].map((part) => part.toString('base64url'));
      return [version, current.kid, ...parts].join('.');
    },
    open: (purpose, sealed) => {
      const { kid, nonce, body, tag } = takeApart(sealed);
      const key = subKey(kid, `seal ${purpose.use}`);
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 });
      decipher.setAAD(bound(kid, purpose)).setAuthTag(tag);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
    },
    isOutdated: (sealed) => takeApart(sealed).kid !== current.kid,
    hmac: (purpose, text) => macUnder(current.kid, purpose, text),
    isHmacOf: (purpose, text, mac) =>
      keys
        .map(({ kid }) => macUnder(kid, purpose, text))
        .map((own) => own.length === mac.length && timingSafeEqual(own, mac))
        .includes(true),
    sign: (bytes) => ({ kid: current.kid, value: sign(null, bytes, signer) }),
    verify: (bytes, { kid, value }) => {
      const known = signers.get(kid);
      return known !== undefined && verify(null, bytes, createPublicKey(known), value);
    },
    publicKeys: new Map([...signers].map(([kid, known]) => [kid, pemOf(known)])),
  };
}

/** What a sealed text is bound to, spelled so that no two purposes share a spelling. */
function bound(kid: string, { use, row, owner }: Purpose): Buffer {
  return Buffer.from(JSON.stringify([version, kid, use, row, owner]));
}

function takeApart(sealed: string) {
  const [spelled, kid, nonce, body, tag, ...rest] = sealed.split('.');
  const complete = kid && nonce && body !== undefined && tag && rest.length === 0;
  if (spelled !== version || !complete) throw new Error('this is not a sealed text');
  const bytes = (part: string) => Buffer.from(part, 'base64url');
  return { kid, nonce: bytes(nonce), body: bytes(body), tag: bytes(tag) };
}

function keyOf(keys: readonly Key[], kid: string): Key {
  const key = keys.find((one) => one.kid === kid);
  if (!key) throw new Error(`the key ${kid} is needed but not given`);
  return key;
}

function derive(key: Key, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key.bytes, `atrio ${key.kid}`, `${version} ${use}`, 32));
}

/** RFC 8410: an Ed25519 private key is 32 bytes behind this prefix. */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

function signerOf(key: Key): KeyObject {
  const der = Buffer.concat([pkcs8, derive(key, 'sign')]);
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

function pemOf(signer: KeyObject): string {
  return createPublicKey(signer).export({ format: 'pem', type: 'spki' }).toString();
}

/** Kept as key objects: from bytes, each use would make one anew, which costs more than sealing. */
function remembering(make: (kid: string, use: string) => KeyObject) {
  const made = new Map<string, KeyObject>();
  return (kid: string, use: string): KeyObject => {
    const name = `${kid} ${use}`;
    const known = made.get(name) ?? make(kid, use);
    made.set(name, known);
    return known;
  };
}
