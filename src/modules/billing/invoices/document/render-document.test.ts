import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { languages } from '#kernel/language.ts';
import { money, type Money } from '#kernel/money.ts';
import type { PaymentDocument } from '../payment-document.rules.ts';
import { renderDocument } from './render-document.ts';

const chf = (minor: bigint): Money => money(minor, 'CHF');

const invoice: PaymentDocument = {
  kind: 'invoice',
  language: 'es',
  number: '2026-004812',
  customerNumber: '10042',
  issuedOn: '2026-03-31',
  dueOn: '2026-04-30',
  paidOn: undefined,
  seller: {
    name: 'Atrio Hosting SA',
    street: 'Rue du Rhône',
    number: '14',
    postcode: '1204',
    town: 'Genève',
    country: 'CH',
    vatNumber: 'CHE-123.456.788 MWST',
  },
  buyer: {
    name: 'Alpes Diseño Sàrl',
    street: 'Chemin des Fleurs',
    number: '7b',
    postcode: '1950',
    town: 'Sion',
    country: 'CH',
    vatNumber: undefined,
  },
  lines: [
    {
      text: 'Alojamiento web',
      because: ['Desde 35 unidades: −25 %'],
      period: { from: '2026-03-31', to: '2026-04-30' },
      quantity: 35,
      unit: chf(744n),
      net: chf(26_040n),
    },
  ],
  vat: [{ basisPoints: 810, base: chf(26_040n), vat: chf(2_109n), treatment: 'charged' }],
  net: chf(26_040n),
  gross: chf(28_149n),
  payment: {
    iban: 'CH4431999123000889012',
    reference: '210000000003139471430009017',
    amount: chf(28_149n),
  },
};

async function textOf(document: PaymentDocument): Promise<string[]> {
  const data = new Uint8Array(await renderDocument(document));
  const loading = getDocument({ data, verbosity: 0 });
  const pdf = await loading.promise;
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const { items } = await (await pdf.getPage(index + 1)).getTextContent();
      return items.map((item) => ('str' in item ? item.str : '')).join(' ');
    }),
  );
  await loading.destroy();
  return pages;
}

test('[D23] an invoice shows its amounts, why they are so, and its own reference twice', async () => {
  const [page = ''] = await textOf(invoice);
  for (const said of ['2026-004812', 'Alpes Diseño Sàrl', '260,40', '281,49', '−25 %', '8,1']) {
    expect(page).toContain(said);
  }
  expect(page.split('21 00000 00003 13947 14300 09017')).toHaveLength(4);
  expect(page).toContain('CH44 3199 9123 0008 8901 2');
});

test.for(languages)('[D23] the PDF speaks %s', async (language) => {
  const [page = ''] = await textOf({ ...invoice, language });
  const titles = { es: 'Factura', en: 'Invoice', de: 'Rechnung', fr: 'Facture', it: 'Fattura' };
  expect(page).toContain(titles[language]);
});

test('[D35] a pro-forma says that it is no invoice', async () => {
  const [page = ''] = await textOf({ ...invoice, kind: 'pro-forma', number: undefined });
  expect(page).toContain('Esto no es una factura');
  expect(page).not.toContain('2026-004812');
});

test('many lines go on further pages, each with the head of the table and its number', async () => {
  const lines = Array.from({ length: 40 }, () => invoice.lines[0]!);
  const pages = await textOf({ ...invoice, lines });
  expect(pages.length).toBeGreaterThan(2);
  expect(pages.at(1)).toContain('Descripción');
  expect(pages.at(-1)).toContain(`Página ${pages.length} de ${pages.length}`);
});

test('a paid invoice asks for nothing', async () => {
  const [page = ''] = await textOf({ ...invoice, payment: undefined, paidOn: '2026-03-31' });
  expect(page).toContain('Pagada el');
  expect(page).not.toContain('CH44');
});

test('letters beyond Western Europe are printed, not lost', async () => {
  const buyer = { ...invoice.buyer, name: 'Șerban Łukasz Őry' };
  expect((await textOf({ ...invoice, buyer }))[0]).toContain('Șerban Łukasz Őry');
});
