import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { zipOf } from '#test/zip.ts';
import { document, entry } from '#test/small-camt.ts';
import { surveyBankFile } from '../work/survey-bank-file.ts';
import { limits } from './unreadable-file.rules.ts';

type Bytes = string | Uint8Array | (() => Iterable<Uint8Array>);

/** A file is read more than once: each time from its beginning. */
const survey = (bytes: Bytes) =>
  surveyBankFile(
    () => Readable.from(typeof bytes === 'function' ? bytes() : [Buffer.from(bytes)]),
    'file',
  );
const whole = document(entry());

function withProlog(prolog: string, entries = entry()): string {
  return document(entries, { prolog });
}

const laughs = `<!DOCTYPE Document [<!ENTITY a "ha">${Array.from(
  { length: 30 },
  (_, i) => `<!ENTITY a${i} "&a${i - 1};&a${i - 1};&a${i - 1};">`,
).join('')}]>`;

test.for([
  ['a DTD', withProlog('<!DOCTYPE Document>'), 'billing.bank-file-dtd'],
  ['an outside DTD', withProlog('<!DOCTYPE D SYSTEM "http://x/y.dtd">'), 'billing.bank-file-dtd'],
  [
    'an external entity',
    withProlog('<!DOCTYPE D [<!ENTITY x SYSTEM "file:///etc/passwd">]>', entry({ text: '&x;' })),
    'billing.bank-file-dtd',
  ],
  ['a billion laughs', withProlog(laughs, entry({ text: '&a29;' })), 'billing.bank-file-dtd'],
  ['an unknown entity', document(entry({ text: '&nbsp;' })), 'billing.bank-file-not-xml'],
  ['half a file', whole.slice(0, -40), 'billing.bank-file-not-xml'],
  ['a tag too many', `${whole}</Document>`, 'billing.bank-file-not-xml'],
  ['crossed tags', whole.replace('</Ntry>', '</Stmt></Ntry>'), 'billing.bank-file-not-xml'],
  ['something else', 'IBAN;Amount\nCH58;12.00', 'billing.bank-file-not-xml'],
  ['random bytes', randomBytes(5000), undefined],
  ['another document', '<html><body/></html>', 'billing.bank-file-not-a-statement'],
  ['a payment order', whole.replaceAll('BkToCstmrStmt', 'CstmrCdtTrfInitn'), undefined],
  [
    'wrong bytes for the encoding',
    Buffer.from(document(entry({ text: 'Zürich' })), 'latin1'),
    'billing.bank-file-encoding',
  ],
  [
    'an encoding of nobody',
    document(entry(), { prolog: '<?xml version="1.0" encoding="EBCDIC-X"?>' }),
    'billing.bank-file-encoding',
  ],
  ['deep nesting', document('<A>'.repeat(60)), 'billing.bank-file-too-deep'],
  [
    'a huge text',
    document(entry({ text: 'x'.repeat(limits.textLength + 1) })),
    'billing.bank-file-text-too-long',
  ],
] as const)('[D22] %s is refused with its reason', async ([, bytes, code]) => {
  const refusal = survey(bytes);
  const expected = code === undefined ? { kind: 'invalid' } : { code };
  await expect(refusal).rejects.toMatchObject(expected);
});

function* endless(before: string, filling: string): Generator<Uint8Array> {
  yield Buffer.from(before);
  const chunk = Buffer.from(filling.repeat(Math.ceil(65_536 / filling.length)));
  for (let index = 0; index < 4000; index++) yield chunk;
}

test.for([
  ['a text without end', '<Document><BkToCstmrStmt><X>', 'x', 'text-too-long'],
  ['an attribute without end', '<Document><BkToCstmrStmt a="', 'x', 'text-too-long'],
  ['a comment without end', '<Document><!--', 'x', 'text-too-long'],
  ['a DTD without end', '<!DOCTYPE D [', '<!ENTITY a "b">', 'text-too-long'],
  ['elements without end', '<Document><BkToCstmrStmt><Stmt>', '<X/>', 'too-many-elements'],
] as const)(
  '[D22] %s is stopped long before it fills the memory',
  async ([, before, filling, what]) => {
    await expect(survey(() => endless(before, filling))).rejects.toMatchObject({
      code: `billing.bank-file-${what}`,
    });
  },
);

test('[D22] a ZIP of statements is read, whatever else lies in it', async () => {
  const zip = await zipOf({
    'a/one.xml': whole,
    'two.xml': document(entry({ amount: '5.00' })),
    'readme.txt': 'hello',
    '__MACOSX/._one.xml': 'rubbish',
  });
  const { entries, statements, notes } = await survey(zip);
  expect(entries).toBe(2);
  expect(statements.map(({ document: name }) => name)).toEqual(['one.xml', 'two.xml']);
  expect(notes).toMatchObject([{ note: 'not-a-statement', document: 'readme.txt' }]);
});

test('[D22] one bad document refuses its whole ZIP and is named', async () => {
  const zip = await zipOf({ 'one.xml': whole, 'two.xml': whole.slice(0, -30) });
  await expect(survey(zip)).rejects.toMatchObject({
    ...{ code: 'billing.bank-file-not-xml', facts: { document: 'two.xml' } },
  });
});

test('[D22] an intraday report in a ZIP is left out and noted', async () => {
  const report = whole
    .replaceAll('camt.053', 'camt.052')
    .replaceAll('BkToCstmrStmt', 'BkToCstmrAcctRpt')
    .replaceAll('Stmt>', 'Rpt>');
  const { entries, notes } = await survey(await zipOf({ 'a.xml': whole, 'b.xml': report }));
  expect(entries).toBe(1);
  expect(notes).toMatchObject([{ note: 'intraday-report', document: 'b.xml' }]);
});

test('[D22] archives inside archives are refused', async () => {
  const inner = await zipOf({ 'one.xml': whole });
  const nested = { code: 'billing.bank-file-zip-nested' };
  await expect(survey(await zipOf({ 'inner.zip': inner }))).rejects.toMatchObject(nested);
  await expect(survey(await zipOf({ 'inner.xml': inner }))).rejects.toMatchObject(nested);
});

test('[D22] a ZIP that grows out of proportion is refused before it is unpacked', async () => {
  const bomb = await zipOf({ 'bomb.xml': Buffer.alloc(40_000_000, 0x20) });
  expect(bomb.length).toBeLessThan(100_000);
  await expect(survey(bomb)).rejects.toMatchObject({ code: 'billing.bank-file-zip-bomb' });
  const many = Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`${i}.xml`, 'x']));
  await expect(survey(await zipOf(many))).rejects.toMatchObject({
    ...{ code: 'billing.bank-file-zip-bomb', facts: { limit: '1000 files' } },
  });
});

test('[D22] a ZIP whose sizes lie is refused', async () => {
  const zip = Buffer.from(await zipOf({ 'one.xml': whole }));
  const directory = zip.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  zip.writeUInt32LE(10, directory + 24); // uncompressed size in the list of contents
  await expect(survey(zip)).rejects.toMatchObject({ code: 'billing.bank-file-zip-broken' });
});

test('[D22] a protected ZIP is refused, and so is a broken one', async () => {
  const zip = Buffer.from(await zipOf({ 'one.xml': whole }));
  const directory = zip.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  const locked = Buffer.from(zip);
  locked.writeUInt16LE(locked.readUInt16LE(directory + 8) | 1, directory + 8);
  await expect(survey(locked)).rejects.toMatchObject({ code: 'billing.bank-file-zip-encrypted' });
  const cut = zip.subarray(0, zip.length - 30);
  await expect(survey(cut)).rejects.toMatchObject({ code: 'billing.bank-file-zip-broken' });
});
