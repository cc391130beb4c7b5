// A file in MaxMind's format with a few networks, written by hand: a tree of bits, then what it leads
// to.
type Value = string | number | Real | { readonly [name: string]: Value };

/** A number that is not whole. */
export class Real {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

export type Network = { readonly network: string; readonly bits: number; readonly place: Value };

/** Where addresses under one IPv4 network are; everything else is nowhere. */
export function placesFile(network: string, bits: number, place: Value): Buffer {
  return placesFileOf([{ network, bits, place }]);
}

type Node = [Node | number, Node | number];
const nowhere = -1;

/** The same of several networks, none of which lies in another. */
export function placesFileOf(networks: readonly Network[]): Buffer {
  const root: Node = [nowhere, nowhere];
  const nodes = [root];
  for (const [index, { network, bits }] of networks.entries()) {
    let node = root;
    for (const [depth, bit] of bitsOf(network).slice(0, bits).entries()) {
      if (depth === bits - 1) node[bit] = index;
      else {
        const next = node[bit];
        const onward: Node = typeof next === 'number' ? [nowhere, nowhere] : next;
        if (typeof next === 'number') nodes.push(onward);
        node[bit] = onward;
        node = onward;
      }
    }
  }
  const places = networks.map(({ place }) => encoded(place));
  const starts = places.map((_, index) => Buffer.concat(places.slice(0, index)).length);
  // beyond the nodes: their number means “not found”, then come the places, after a separator
  const written = (to: Node | number): number => {
    if (typeof to !== 'number') return nodes.indexOf(to);
    return to === nowhere ? nodes.length : nodes.length + 16 + (starts[to] ?? 0);
  };
  const metadata = {
    node_count: nodes.length,
    record_size: 24,
    ip_version: 4,
    database_type: 'Test-City',
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: 0,
  };
  return Buffer.concat([
    ...nodes.flat().map((to) => uint24(written(to))),
    Buffer.alloc(16),
    ...places,
    Buffer.from('\u00AB\u00CD\u00EF', 'latin1'),
    Buffer.from('MaxMind.com'),
    encoded(metadata),
  ]);
}

function bitsOf(network: string): (0 | 1)[] {
  const octets = network.split('.').map((part) => Number(part).toString(2).padStart(8, '0'));
  return Array.from(octets.join(''), (bit) => (bit === '0' ? 0 : 1));
}

function uint24(value: number): Buffer {
  const bytes = Buffer.alloc(3);
  bytes.writeUIntBE(value, 0, 3);
  return bytes;
}

/** Texts are type 2, reals 3, whole numbers 6 (32 bits), maps 7; all here are shorter than 285. */
function encoded(value: Value): Buffer {
  if (typeof value === 'string') {
    const bytes = Buffer.from(value);
    return Buffer.concat([control(2, bytes.length), bytes]);
  }
  if (value instanceof Real) {
    const bytes = Buffer.alloc(8);
    bytes.writeDoubleBE(value.value);
    return Buffer.concat([control(3, 8), bytes]);
  }
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return Buffer.concat([control(6, 4), bytes]);
  }
  const entries = Object.entries(value);
  return Buffer.concat([control(7, entries.length), ...entries.flat().map(encoded)]);
}

function control(type: number, size: number): Buffer {
  return size < 29 ? Buffer.from([(type << 5) | size]) : Buffer.from([(type << 5) | 29, size - 29]);
}
