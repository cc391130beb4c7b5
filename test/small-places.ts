// A file in MaxMind's format with one network, written by hand: a tree of bits, then what it leads
// to.
type Value = string | number | { readonly [name: string]: Value };

/** Where addresses under an IPv4 network are; everything else is nowhere. */
export function placesFile(network: string, bits: number, place: Value): Buffer {
  const wanted = network
    .split('.')
    .map((part) => Number(part).toString(2).padStart(8, '0'))
    .join('')
    .slice(0, bits);
  const nowhere = bits; // as many nodes as bits; this number means: not found
  const found = bits + 16; // the first byte after the separator
  const nodes = Array.from(wanted, (bit, index) => {
    const onward = index === bits - 1 ? found : index + 1;
    return bit === '0' ? [onward, nowhere] : [nowhere, onward];
  });
  const metadata = {
    node_count: bits,
    record_size: 24,
    ip_version: 4,
    database_type: 'Test-City',
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: 0,
  };
  return Buffer.concat([
    ...nodes.flat().map(uint24),
    Buffer.alloc(16),
    encoded(place),
    Buffer.from('\u00AB\u00CD\u00EF', 'latin1'),
    Buffer.from('MaxMind.com'),
    encoded(metadata),
  ]);
}

function uint24(value: number): Buffer {
  const bytes = Buffer.alloc(3);
  bytes.writeUIntBE(value, 0, 3);
  return bytes;
}

/** Texts are type 2, numbers type 6 (32 bits), maps type 7; all here are shorter than 285. */
function encoded(value: Value): Buffer {
  if (typeof value === 'string') {
    const bytes = Buffer.from(value);
    return Buffer.concat([control(2, bytes.length), bytes]);
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
