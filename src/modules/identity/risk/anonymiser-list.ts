import ipaddr from 'ipaddr.js';

/** A block of addresses that hide where somebody is. */
export type Prefix = {
  readonly address: string;
  readonly bits: number;
  readonly kind: 'ipv4' | 'ipv6';
};

/** Addresses of IPv6 are known by their /64 only (LK-11): a longer prefix stands for all of it. */
const longest = { ipv4: 32, ipv6: 64 } as const;

/** One address or prefix a line; `#` begins a remark. Whatever else there is stops the start. */
export function prefixesIn(text: string): readonly Prefix[] {
  return text.split('\n').flatMap((line, index) => {
    const [entry = ''] = line.split('#');
    return entry.trim() === '' ? [] : [prefixOf(entry.trim(), index + 1)];
  });
}

function prefixOf(entry: string, line: number): Prefix {
  const whole = entry.includes('/') ? entry : `${entry}/${entry.includes(':') ? 128 : 32}`;
  const [text = ''] = whole.split('/');
  const isWhole = text.includes(':') || ipaddr.IPv4.isValidFourPartDecimal(text);
  if (!isWhole || !ipaddr.isValidCIDR(whole)) {
    throw new TypeError(`line ${line}, “${entry}”, is no address and no prefix`);
  }
  const [address, bits] = ipaddr.parseCIDR(whole);
  const kind = address.kind();
  return { address: address.toString(), bits: Math.min(bits, longest[kind]), kind };
}
