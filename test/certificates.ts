// Certificates as makers of authenticators have them, made when a test runs: the bytes of X.509
// written by hand, real keys, real signatures. What a test breaks, it breaks here.
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

export type Certified = {
  readonly name: string;
  readonly der: Buffer;
  readonly pem: string;
  readonly key: KeyObject;
};

export type Wish = {
  readonly name: string;
  /** Who signs it; absent: it signs itself. */
  readonly by?: Certified;
  readonly isAuthority?: boolean;
  /** How many authorities may stand below. */
  readonly depth?: number;
  readonly from?: Date;
  readonly until?: Date;
  /** The model that an authenticator's own certificate names. */
  readonly model?: string;
};

/** Whatever a story's clock says, and the machine's: the library reads that one. */
const before = new Date('2020-01-01T00:00:00Z');
const later = new Date('2049-01-01T00:00:00Z');

export function certified(wish: Wish): Certified {
  const { name, by, from = before, until = later } = wish;
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const body = sequence(
    tagged(0xa0, integer(2)),
    integer(1 + Math.floor(from.getTime() / 1000)),
    signedWith,
    nameOf(by?.name ?? name),
    sequence(time(from), time(until)),
    nameOf(name),
    pair.publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(...extensionsOf(wish))),
  );
  const signature = sign('sha256', body, by?.key ?? pair.privateKey);
  const der = sequence(body, signedWith, tagged(0x03, Buffer.from([0]), signature));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  const pem = ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
  return { name, der, pem, key: pair.privateKey };
}

function extensionsOf({ isAuthority = false, depth, model }: Wish): Buffer[] {
  const authority = isAuthority ? [tagged(0x01, Buffer.from([0xff]))] : [];
  const below = isAuthority && depth !== undefined ? [integer(depth)] : [];
  const constraints = tagged(0x04, sequence(...authority, ...below));
  const critical = tagged(0x01, Buffer.from([0xff]));
  const basic = sequence(oid(2, 5, 29, 19), critical, constraints);
  if (model === undefined) return [basic];
  const bytes = tagged(0x04, Buffer.from(model.replaceAll('-', ''), 'hex'));
  return [basic, sequence(oid(1, 3, 6, 1, 4, 1, 45_724, 1, 1, 4), tagged(0x04, bytes))];
}

/** As WebAuthn wants the subject of an authenticator's own certificate (8.2.1). */
function nameOf(name: string): Buffer {
  const parts: readonly (readonly [number, string])[] = [
    [6, 'CH'],
    [10, 'Makers of Keys'],
    [11, 'Authenticator Attestation'],
    [3, name],
  ];
  return sequence(
    ...parts.map(([kind, text]) => {
      const value = tagged(kind === 6 ? 0x13 : 0x0c, Buffer.from(text));
      return tagged(0x31, sequence(oid(2, 5, 4, kind), value));
    }),
  );
}

function tagged(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size =
    length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, ...parts);
}

function integer(value: number): Buffer {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  return tagged(0x02, (bytes[0] ?? 0) > 127 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
}

function time(at: Date): Buffer {
  const text = at.toISOString().replaceAll(/[-:T]|\.\d+/g, '');
  return tagged(0x17, Buffer.from(text.slice(2)));
}

function oid(first: number, second: number, ...rest: readonly number[]): Buffer {
  const bytes = rest.flatMap((arc) => {
    const groups = [arc & 0x7f];
    for (let left = arc >> 7; left > 0; left >>= 7) groups.unshift((left & 0x7f) | 0x80);
    return groups;
  });
  return tagged(0x06, Buffer.from([first * 40 + second, ...bytes]));
}

/** ECDSA with SHA-256. */
const signedWith = sequence(oid(1, 2, 840, 10_045, 4, 3, 2));
