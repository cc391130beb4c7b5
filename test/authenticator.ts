// A passkey in software: real keys, real signatures, the bytes of WebAuthn written by hand. What a
// test breaks, it breaks here.
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** What goes wrong on purpose. */
export type Broken = {
  /** The holder was not verified: only touched. */
  readonly isTouchOnly?: boolean;
  readonly origin?: string;
  readonly rpId?: string;
  /** The count that it says; otherwise it grows by one with each use. */
  readonly count?: number;
  readonly algorithm?: 'ES256' | 'ES384';
  readonly userHandle?: string;
  readonly hasBadSignature?: boolean;
  /** Says later that it is kept in an account of its maker, which never changes. */
  readonly isSynced?: boolean;
};

type Options = {
  readonly challenge: string;
  readonly rp?: { readonly id?: string };
  readonly rpId?: string;
  readonly user?: { readonly id: string };
};

/** What an authenticator says of itself: who made it, or nobody but its own new key. */
export type Statement = {
  /** Its own certificate first; empty: it vouches for itself. */
  readonly chain: readonly Buffer[];
  /** Of its own certificate; absent: the new key. */
  readonly key?: KeyObject;
  /** Its AAGUID. */
  readonly model: string;
};

export type Authenticator = {
  readonly id: string;
  /** What `navigator.credentials.create` gives for these options. */
  create(options: object, broken?: Broken): Attestation;
  /** What `navigator.credentials.get` gives. */
  get(options: object, broken?: Broken): Assertion;
};

type Attestation = {
  id: string;
  rawId: string;
  type: 'public-key';
  response: { clientDataJSON: string; attestationObject: string };
};
type Assertion = {
  id: string;
  rawId: string;
  type: 'public-key';
  response: {
    clientDataJSON: string;
    authenticatorData: string;
    signature: string;
    userHandle?: string;
  };
};

/** One credential of one authenticator, for the origin of the stories. */
export function softwarePasskey(
  origin: string,
  {
    isSynced = false,
    counts = true,
    states,
  }: { isSynced?: boolean; counts?: boolean; states?: Statement } = {},
): Authenticator {
  const credentialId = randomBytes(32);
  const id = credentialId.toString('base64url');
  let key: KeyObject | undefined;
  let userHandle = '';
  let count = 0;
  const used = (broken: Broken): number => {
    count = counts ? count + 1 : 0;
    return broken.count ?? count;
  };

  return {
    id,
    create: (given, broken = {}) => {
      const options = given as Options;
      const isUsual = broken.algorithm !== 'ES384';
      const namedCurve = isUsual ? 'P-256' : 'P-384';
      const pair = generateKeyPairSync('ec', { namedCurve });
      key = pair.privateKey;
      userHandle = options.user?.id ?? '';
      const jwk = pair.publicKey.export({ format: 'jwk' });
      const cose = map([
        [1, 2],
        [3, isUsual ? -7 : -35],
        [-1, isUsual ? 1 : 2],
        [-2, Buffer.from(jwk.x ?? '', 'base64url')],
        [-3, Buffer.from(jwk.y ?? '', 'base64url')],
      ]);
      const length = Buffer.from([0, credentialId.length]);
      const model = Buffer.from((states?.model ?? '').replaceAll('-', ''), 'hex');
      const aaguid = states ? model : Buffer.alloc(16);
      const attested = Buffer.concat([aaguid, length, credentialId, cose]);
      const data = authenticatorData(options.rp?.id ?? '', {
        flags: 0x40 | flagsOf(broken, isSynced),
        count: broken.count ?? 0,
        rest: attested,
        ...(broken.rpId === undefined ? {} : { rpId: broken.rpId }),
      });
      const clientDataJSON = clientData('webauthn.create', options, broken.origin ?? origin);
      const attestationObject = map([
        ['fmt', states ? 'packed' : 'none'],
        ['attStmt', states ? statementOf(states, { data, clientDataJSON, key }) : map([])],
        ['authData', data],
      ]);
      return {
        id,
        rawId: id,
        type: 'public-key',
        response: {
          clientDataJSON,
          attestationObject: attestationObject.toString('base64url'),
        },
      };
    },
    get: (given, broken = {}) => {
      const options = given as Options;
      if (!key) throw new Error('nothing was created yet');
      const data = authenticatorData(options.rpId ?? '', {
        flags: flagsOf(broken, broken.isSynced ?? isSynced),
        count: used(broken),
        ...(broken.rpId === undefined ? {} : { rpId: broken.rpId }),
      });
      const clientDataJSON = clientData('webauthn.get', options, broken.origin ?? origin);
      const clientHash = createHash('sha256').update(clientDataJSON, 'base64url').digest();
      const signature = sign('sha256', Buffer.concat([data, clientHash]), key);
      if (broken.hasBadSignature) signature[signature.length - 1]! ^= 1;
      return {
        id,
        rawId: id,
        type: 'public-key',
        response: {
          clientDataJSON,
          authenticatorData: data.toString('base64url'),
          signature: signature.toString('base64url'),
          userHandle: broken.userHandle ?? userHandle,
        },
      };
    },
  };
}

/** The format “packed” (WebAuthn 8.2). */
function statementOf(
  { chain, key: own }: Statement,
  { data, clientDataJSON, key }: { data: Buffer; clientDataJSON: string; key: KeyObject },
): Buffer {
  const clientHash = createHash('sha256').update(clientDataJSON, 'base64url').digest();
  return map([
    ['alg', -7],
    ['sig', sign('sha256', Buffer.concat([data, clientHash]), own ?? key)],
    ...(chain.length > 0 ? [['x5c', list(chain)] as const] : []),
  ]);
}

function flagsOf({ isTouchOnly = false }: Broken, isSynced: boolean): number {
  return 0x01 | (isTouchOnly ? 0 : 0x04) | (isSynced ? 0x18 : 0);
}

function authenticatorData(
  rpId: string,
  of: { flags: number; count: number; rest?: Buffer; rpId?: string },
): Buffer {
  const counted = Buffer.alloc(4);
  counted.writeUInt32BE(of.count);
  const place = createHash('sha256')
    .update(of.rpId ?? rpId)
    .digest();
  return Buffer.concat([place, Buffer.from([of.flags]), counted, of.rest ?? Buffer.alloc(0)]);
}

function clientData(type: string, { challenge }: Options, origin: string): string {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })).toString(
    'base64url',
  );
}

/** CBOR (RFC 8949), as much of it as an authenticator speaks. A Buffer from `map` or `list` is put as it is. */
const maps = new WeakSet<Buffer>();

function map(entries: readonly (readonly [number | string, number | string | Buffer])[]): Buffer {
  const body = entries.flatMap(([name, value]) => [item(name), item(value)]);
  const made = Buffer.concat([head(5, entries.length), ...body]);
  maps.add(made);
  return made;
}

function list(values: readonly Buffer[]): Buffer {
  const made = Buffer.concat([head(4, values.length), ...values.map(item)]);
  maps.add(made);
  return made;
}

function item(value: number | string | Buffer): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, value.length), Buffer.from(value)]);
  return maps.has(value) ? value : Buffer.concat([head(2, value.length), value]);
}

function head(major: number, argument: number): Buffer {
  if (argument < 24) return Buffer.from([(major << 5) | argument]);
  if (argument < 256) return Buffer.from([(major << 5) | 24, argument]);
  return Buffer.from([(major << 5) | 25, argument >> 8, argument & 0xff]);
}
