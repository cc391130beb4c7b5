import { SaxesParser } from 'saxes';
import { Refusal } from '#kernel/refusal.ts';
import { CamtAssembler, type CamtItem } from './camt-assembler.rules.ts';
import { decoded } from './bytes/decode.ts';
import { Namespaces } from './namespaces.rules.ts';
import { hasDtd, limits, notAStatement, notXml, textTooLong } from './unreadable-file.rules.ts';

/** Reads one XML document as it comes, with an even, small need of memory. */
export async function* readDocument(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<CamtItem> {
  const assembler = new CamtAssembler();
  const { parser, tags } = parserFor(assembler);
  let sinceTag = 0;
  let seen = 0;
  for await (const text of decoded(bytes)) {
    parse(() => parser.write(text));
    sinceTag = tags() === seen ? sinceTag + text.length : 0;
    seen = tags();
    if (sinceTag > limits.betweenTags) throw textTooLong({ limit: limits.betweenTags });
    yield* assembler.take();
  }
  parse(() => parser.close());
  yield* assembler.take();
  if (!assembler.hasContainer) throw notAStatement({ found: '' });
}

function parserFor(assembler: CamtAssembler) {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const namespaces = new Namespaces();
  let tags = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw hasDtd({});
  });
  parser.on('opentag', ({ name, attributes }) => {
    tags++;
    const colon = name.indexOf(':');
    const namespace = namespaces.of(colon < 0 ? '' : name.slice(0, colon), attributes);
    const isForeign = namespaces.isForeign(namespace);
    const wasOutside = !assembler.hasContainer;
    const currency = attributes['Ccy'];
    assembler.open(colon < 0 ? name : name.slice(colon + 1), { currency, namespace, isForeign });
    if (wasOutside && assembler.hasContainer) namespaces.settle(namespace);
  });
  parser.on('closetag', () => {
    tags++;
    assembler.close();
  });
  const text = (found: string): void => {
    if (found.length > limits.textLength) throw textTooLong({ limit: limits.textLength });
    assembler.text(found);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  return { parser, tags: () => tags };
}

/** What is not well-formed refuses the file; our own refusals pass. */
function parse(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal || !(error instanceof Error)) throw error;
    throw notXml({ reason: error.message.slice(0, 200) });
  }
}
