import fc from 'fast-check';
import { expect, test } from 'vitest';
import { money, type Money } from '#kernel/money.ts';
import { taxOn, withVat, type DraftLine, type LineVat } from './priced.rules.ts';
import { storedPriced, toStored } from './stored-priced.rules.ts';

const chf = (minor: bigint | number): Money<'CHF'> => money(BigInt(minor), 'CHF');
const swiss: LineVat = { code: 'S', country: 'CH', basisPoints: 810 };
const reduced: LineVat = { code: 'S', country: 'CH', basisPoints: 260 };

function line(net: Money, more: Partial<DraftLine> = {}): DraftLine {
  return {
    productCode: 'web-hosting',
    subject: { kind: 'order-item', id: 'itm_1' },
    text: { en: 'Web hosting', es: 'Alojamiento web' },
    quantity: 1,
    unit: net,
    steps: [{ kind: 'list', amount: net, facts: { quantity: 1 } }],
    net,
    vatCategory: 'standard',
    ...more,
  };
}

const charged = (lines: readonly DraftLine[]) =>
  withVat(lines, 'CHF', 'charged', (category) => (category === 'reduced' ? reduced : swiss));

test('[D24] ten lines of 1.05 at 8.1 % have 0.85 of tax, not 0.90', () => {
  const priced = charged(Array.from({ length: 10 }, () => line(chf(105))));
  expect(priced).toMatchObject({ net: chf(1050), vat: chf(85), gross: chf(1135) });
  expect(taxOn(chf(105), 810)).toEqual(chf(9)); // what rounding per line would have added ten times
});

test('[D24] lines are rounded, then the tax of their sum: 16 × 348.35 − 4 % at 22 %', () => {
  const eur = (minor: bigint) => money(minor, 'EUR');
  const italian: LineVat = { code: 'S', country: 'IT', basisPoints: 2200 };
  const priced = withVat([line(eur(535_066n))], 'EUR', 'charged', () => italian);
  expect(priced).toMatchObject({ vat: eur(117_715n), gross: eur(652_781n) });
});

test('[D24] each rate has its row, the highest first', () => {
  const priced = charged([
    line(chf(1000), { vatCategory: 'reduced' }),
    line(chf(2000)),
    line(chf(3000)),
  ]);
  expect(priced.vatRows).toEqual([
    { ...swiss, base: chf(5000), vat: chf(405) },
    { ...reduced, base: chf(1000), vat: chf(26) },
  ]);
  expect(priced.gross).toEqual(chf(6431));
});

test('[D24] a credit mirrors its invoice to the cent', () => {
  const nets = fc.array(fc.bigInt(1n, 10n ** 9n), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(nets, (minors) => {
      const invoice = charged(minors.map((minor) => line(chf(minor))));
      const credit = charged(minors.map((minor) => line(chf(-minor))));
      expect(credit.gross.minor).toBe(-invoice.gross.minor);
    }),
  );
});

test('[D24] the order of lines changes no amount', () => {
  const nets = fc.array(fc.bigInt(-(10n ** 6n), 10n ** 9n), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(nets, (minors) => {
      const lines = minors.map((minor, index) =>
        line(chf(minor), { vatCategory: index % 2 === 0 ? 'standard' : 'reduced' }),
      );
      const { vatRows, gross } = charged(lines);
      const turned = charged(lines.toReversed());
      expect(turned.gross).toEqual(gross);
      expect(turned.vatRows).toEqual(vatRows);
    }),
  );
});

test('[B7] amounts and the steps behind them come back from the store as they went in', () => {
  const steps = [
    { kind: 'list', amount: chf(34_720), facts: { unit: '992', quantity: 35 } },
    { kind: 'tier', amount: chf(-8680), facts: { basisPoints: 2500, from: 35 } },
  ] as const;
  const period = { from: '2026-03-31', to: '2026-04-30' } as const;
  const priced = charged([line(chf(26_040), { quantity: 35, unit: chf(992), steps, period })]);
  expect(storedPriced.parse(JSON.parse(toStored(priced)))).toEqual(priced);
});

test('a document without lines is a bug', () => {
  expect(() => charged([])).toThrow(TypeError);
});
